import { z } from "zod";
import { CRITERIA } from "~/hr/local-rules/local-rule";
import { optionalText } from "~/platform/http/form-fields";
import { SALARY_VERDICTS } from "./salary-verdict";

/** So many rows are reviewed at once. */
export const MOST_REVIEWED = 200;

const ids = z.preprocess(
  (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).min(1, "Tick the rows that you mean.").max(MOST_REVIEWED),
);

/** What HR says of one row or of many: accepted for a criterion, not accepted for a reason, or to be looked at again. */
export const reviewForm = z
  .object({
    intent: z.literal("review"),
    credit: ids,
    verdict: z.enum(SALARY_VERDICTS, "Say whether it is accepted."),
    criterion: z
      .enum(CRITERIA, "Choose a criterion.")
      .optional()
      .transform((criterion) => criterion ?? null),
    reason: optionalText(300),
  })
  .superRefine(({ verdict, criterion, reason }, ctx) => {
    if (verdict === "accepted" && criterion === null)
      ctx.addIssue({ code: "custom", message: "Say for which criterion it is accepted.", path: ["criterion"] });
    if (verdict === "declined" && reason === null)
      ctx.addIssue({ code: "custom", message: "Say why it is not accepted.", path: ["reason"] });
  });

export type ReviewInput = Omit<z.output<typeof reviewForm>, "intent">;
