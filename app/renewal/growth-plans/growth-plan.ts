import { MOST_PLAN_FILES } from "~/documents/issuing/document-limits";
import { FILE_REFUSALS, type FileRefusal } from "~/platform/files/file-refusal";
import { pgpYearOf } from "~/renewal/growth-plan-year";
import type { PgpGoal } from "~/renewal/renewal";
import type { Tone } from "~/ui/Status";

/** Topics that a plan's goal can meet (N3). */
export const PLAN_TOPICS = ["EQUITY", "STEM", "LEADERSHIP"] as const satisfies readonly PgpGoal[];

/** Each topic as the form and the paper call it. */
export const PLAN_TOPIC_WORDS: Record<PgpGoal, string> = {
  EQUITY: "Equity",
  STEM: "STEM",
  LEADERSHIP: "Leadership (PSEL)",
};

/** How far a plan is. What is sent is not written in until it comes back; what is signed never again. */
export const GROWTH_PLAN_STATES = ["draft", "sent", "returned", "signed"] as const;
export type GrowthPlanState = (typeof GROWTH_PLAN_STATES)[number];

/** Each state in words, and as how it is shown. */
export const GROWTH_PLAN_STATE_WORDS: Record<GrowthPlanState, { words: string; tone: Tone }> = {
  draft: { words: "In writing", tone: "neutral" },
  sent: { words: "With its reviewer", tone: "waiting" },
  returned: { words: "Returned by its reviewer", tone: "attention" },
  signed: { words: "Signed", tone: "good" },
};

/** What a reviewer answers. */
export const GROWTH_PLAN_ANSWERS = ["signed", "returned"] as const;
export type GrowthPlanAnswer = (typeof GROWTH_PLAN_ANSWERS)[number];

/** The texts of a plan, in the order in which they are written and printed. */
export const PLAN_TEXTS = [
  { field: "goals", heading: "Goals", hint: "What you want to learn or change, and for whom.", needed: true },
  {
    field: "standards",
    heading: "Standards",
    hint: "The standards of your certificate that it is about.",
    needed: true,
  },
  { field: "activities", heading: "Activities", hint: "What you did, and when.", needed: true },
  { field: "evidence", heading: "Evidence", hint: "What shows it, in words. Files are added below.", needed: false },
  { field: "reflection", heading: "Reflection", hint: "What came of it, and what is next.", needed: true },
] as const;
export type PlanText = (typeof PLAN_TEXTS)[number]["field"];

/** What is written of a plan; the last day of the work on it as a plain date. */
export type PlanInput = Record<PlanText, string> & { topics: PgpGoal[]; endedOn: string | null };

/** Days that a reviewer's link can be answered. */
export const LINK_DAYS = 30;

/** A plan's year, July to June, ready to read: 2025 → "2025–26". */
export const yearInWords = (year: number): string => `${year}–${String((year + 1) % 100).padStart(2, "0")}`;

/** The first and last day of a plan's year. */
export const daysOfYear = (year: number) => ({ from: `${year}-07-01`, to: `${year + 1}-06-30` });

/** The years for which a plan can be begun: this one and the five before it. */
export function yearsToBegin(today: string): number[] {
  const now = pgpYearOf(today);
  return Array.from({ length: 6 }, (_, index) => now - index);
}

/** Whether a plan can be written in. */
export const isWritable = (state: GrowthPlanState): boolean => state === "draft" || state === "returned";

/** What a plan still lacks before it can be reviewed, by the headings of its form. */
export function missingIn(plan: PlanInput): string[] {
  const texts = PLAN_TEXTS.filter(({ field, needed }) => needed && plan[field].trim() === "").map(
    ({ heading }) => heading,
  );
  return plan.endedOn === null ? [...texts, "Last day of the work"] : texts;
}

/** Whether a request can still be answered. Instants in epoch milliseconds. */
export const isOpen = (
  request: { withdrawnAt: number | null; answeredAt: number | null; expiresAt: number },
  now: number,
): boolean => request.withdrawnAt === null && request.answeredAt === null && request.expiresAt > now;

/** Why nothing was changed about a growth plan. */
export type PlanRefusal =
  | FileRefusal
  | "name-differs"
  | "unknown-plan"
  | "year-taken"
  | "year-closed"
  | "not-writable"
  | "outside-year"
  | "incomplete"
  | "ends-after-review"
  | "own-address"
  | "not-sent"
  | "too-many-files"
  | "unknown-file"
  | "link-expired"
  | "own-plan"
  | "not-signed-in"
  | "another-address"
  | "not-open";

/** Each refusal in plain words. */
export const PLAN_REFUSALS: Record<PlanRefusal, string> = {
  ...FILE_REFUSALS,
  "name-differs":
    "The content of the file is not what the end of its name says. Export it anew, or give it the right name.",
  "unknown-plan": "There is no such growth plan of yours.",
  "year-taken": "You have a growth plan of this year already: one a year counts.",
  "year-closed": "A growth plan can be begun for this year and the five before it.",
  "not-writable": "It is with its reviewer, or signed, so it stays as it is. Take it back to change something.",
  "outside-year": "This day is not within the year of the plan, July 1 to June 30.",
  incomplete: "Something is still missing.",
  "ends-after-review":
    "The work on it ends after today, and nobody can review what is not over. Send it once that day has come.",
  "own-address": "This is your own address. Somebody else has to review your plan.",
  "not-sent": "It is not with a reviewer now.",
  "too-many-files": `A growth plan has at most ${MOST_PLAN_FILES} files. Remove one first.`,
  "unknown-file": "The file is not there any more.",
  "link-expired": "This link does not work any more.",
  "own-plan": "This is your own growth plan. Somebody else has to review it.",
  "not-signed-in": "Sign in first, with the account of the address to which it was sent.",
  "another-address": "This was sent to another address than that of your account. Sign in with the one it was sent to.",
  "not-open": "There is nothing left to answer: it was answered, taken back, or the time to answer has passed.",
};

/** The field that a refusal is about; undefined for the form as a whole. */
export function refusedPlanField(reason: PlanRefusal): string | undefined {
  if (Object.hasOwn(FILE_REFUSALS, reason) || reason === "name-differs" || reason === "too-many-files") return "file";
  if (reason === "outside-year") return "endedOn";
  if (reason === "own-address") return "reviewerEmail";
  return reason === "year-taken" || reason === "year-closed" ? "year" : undefined;
}
