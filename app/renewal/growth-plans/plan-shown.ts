import { type GrowthPlanState, PLAN_TEXTS, PLAN_TOPIC_WORDS, type PlanInput, yearInWords } from "./growth-plan";

/** A growth plan as its reviewer and its author read it. */
export interface ShownPlan {
  id: string;
  year: string;
  state: GrowthPlanState;
  topics: string[];
  endedOn: string | null;
  texts: { heading: string; text: string }[];
  files: { id: string; name: string }[];
  /** Who signed it and when; null until somebody did. */
  signed: { by: string; on: string } | null;
}

/** What pages show of a plan. */
export const toShownPlan = (
  plan: PlanInput & {
    id: string;
    year: number;
    state: GrowthPlanState;
    signedOn: string | null;
    reviewerName: string | null;
  },
  files: readonly { id: string; name: string }[],
): ShownPlan => ({
  id: plan.id,
  year: yearInWords(plan.year),
  state: plan.state,
  topics: plan.topics.map((topic) => PLAN_TOPIC_WORDS[topic]),
  endedOn: plan.endedOn,
  texts: PLAN_TEXTS.map(({ field, heading }) => ({ heading, text: plan[field] })).filter(({ text }) => text !== ""),
  files: files.map(({ id, name }) => ({ id, name })),
  signed: plan.signedOn && plan.reviewerName ? { by: plan.reviewerName, on: plan.signedOn } : null,
});
