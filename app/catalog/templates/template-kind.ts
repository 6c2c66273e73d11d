import type { CourseDraft } from "~/catalog/courses/course-draft";
import type { QuestionKind } from "~/catalog/courses/question-kind";

/** What can be kept as a template. */
export const TEMPLATE_KINDS = ["offering", "course"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What a template of a course holds: the form, and what people are asked. */
export interface CourseTemplate {
  course: CourseDraft;
  questions: { kind: QuestionKind; prompt: string; choices: string[]; required: boolean }[];
}

/** Why nothing was done to a template. */
export type TemplateRefusal = "name-taken" | "unknown-template" | "unknown-original";

/** Each in plain words. */
export const TEMPLATE_REFUSALS: Record<TemplateRefusal, string> = {
  "name-taken": "There is a template of this name already. Choose another name, or delete that one first.",
  "unknown-template": "This template does not exist any more. Go back to the list.",
  "unknown-original": "What you wanted to keep does not exist any more.",
};
