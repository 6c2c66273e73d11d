/** What a course can ask of people who register. An access need is shown to facilitators, too, and never required. */
export const QUESTION_KINDS = ["text", "choice", "access"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Kinds of questions in words. */
export const QUESTION_KIND_LABELS: Record<QuestionKind, string> = {
  text: "Text",
  choice: "One of a list",
  access: "Access need",
};
