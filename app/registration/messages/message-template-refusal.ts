/** Why nothing was done to a template of messages. */
export type TemplateRefusal = "name-taken" | "unknown-template" | "changed-meanwhile";

/** Each of them in plain words, with what to do next. */
export const TEMPLATE_REFUSALS: Record<TemplateRefusal, string> = {
  "name-taken": "There is a template of this name already. Choose another name, or change that one.",
  "unknown-template": "This template does not exist any more. Go back to the list.",
  "changed-meanwhile": "Somebody has just changed this. Reload the page and look at it again.",
};
