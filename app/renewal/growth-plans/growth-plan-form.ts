import { z } from "zod";
import { LONGEST_PLAN_TEXT } from "~/documents/issuing/document-limits";
import { requiredText, ticksOf, wholeNumber } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { isPlainDate } from "~/platform/time/plain-date";
import { PLAN_TOPICS, type PlanInput } from "./growth-plan";

/** Begins the plan of a year. */
export const beginPlanForm = z.object({ year: wholeNumber("Choose the year.", 2000, 2100) });

const text = z
  .string()
  .max(LONGEST_PLAN_TEXT, `Use at most ${LONGEST_PLAN_TEXT.toLocaleString("en-US")} characters.`)
  .default("")
  .transform((typed) => typed.replaceAll("\r\n", "\n").trimEnd());

/** Saves what is written of a plan, by its button or by itself: nothing has to be there yet. */
export const savePlanForm = z.object({
  intent: z.literal("save-plan"),
  goals: text,
  standards: text,
  activities: text,
  evidence: text,
  reflection: text,
  topics: ticksOf(PLAN_TOPICS, "Choose from the list: no other topic can be met by a goal."),
  endedOn: z
    .string()
    .optional()
    .transform((day) => day || null)
    .refine((day) => day === null || isPlainDate(day), "Enter a date."),
  ...versionFields,
});

/** Everything that the page of one plan can post. */
export const planPageForm = z.discriminatedUnion("intent", [
  savePlanForm,
  z.object({ intent: z.literal("add-file"), file: z.instanceof(File, { error: "Choose a file." }) }),
  z.object({ intent: z.literal("remove-file"), fileId: z.string().min(1).max(64) }),
  z.object({
    intent: z.literal("send-plan"),
    reviewerEmail: z
      .string({ error: "Enter the address of your reviewer." })
      .trim()
      .toLowerCase()
      .pipe(z.email("Enter an email address like name@example.org.")),
  }),
  z.object({ intent: z.enum(["withdraw-plan", "remove-plan"]) }),
  z.object({ intent: z.literal("make-document") }),
]);

/** What a reviewer's page posts. */
export const reviewForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("sign"),
    certificateNumber: requiredText("Enter the number of your certificate.", 40),
    affirmed: z.literal("on", { error: "Say that you reviewed it, or return it." }),
  }),
  z.object({ intent: z.literal("return"), words: requiredText("Say what should change.", 2_000) }),
]);

/** What the form of a plan shows of it. */
export const toPlanDraft = (plan: PlanInput): PlanInput & Record<string, unknown> => ({
  goals: plan.goals,
  standards: plan.standards,
  activities: plan.activities,
  evidence: plan.evidence,
  reflection: plan.reflection,
  topics: plan.topics,
  endedOn: plan.endedOn,
});
