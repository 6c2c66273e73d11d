import { z } from "zod";
import { QUESTION_KINDS } from "./question-kind";

const LONGEST_CHOICE = 100;

const choices = z
  .string()
  .default("")
  .transform((all) => [...new Set(all.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== ""))
  .pipe(
    z
      .array(z.string().max(LONGEST_CHOICE, `Use at most ${LONGEST_CHOICE} characters for each choice.`))
      .max(20, "Write at most 20 choices."),
  );

const addForm = z
  .object({
    intent: z.literal("add"),
    kind: z.enum(QUESTION_KINDS, "Choose the kind of answer."),
    prompt: z.string({ error: "Write the question." }).trim().min(3, "Write the question.").max(300),
    choices,
    required: z.literal("on").optional(),
  })
  .refine(({ kind, choices: list }) => kind !== "choice" || list.length >= 2, {
    error: "Write at least two choices, one on each line.",
    path: ["choices"],
  });

/** Everything that the page of a course's questions can post. */
export const questionPageForm = z.discriminatedUnion("intent", [
  addForm,
  z.object({ intent: z.literal("retire"), questionId: z.string().min(1) }),
  z.object({ intent: z.literal("move-up"), questionId: z.string().min(1) }),
]);

export type QuestionPageForm = z.infer<typeof questionPageForm>;
