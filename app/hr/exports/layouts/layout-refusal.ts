/** Why nothing was done to a layout of exports. */
export type LayoutRefusal = "name-taken" | "unknown-layout";

/** Each of them in plain words, with what to do next. */
export const LAYOUT_REFUSALS: Record<LayoutRefusal, string> = {
  "name-taken": "There is a layout of this name already. Choose another name, or change that one.",
  "unknown-layout": "This layout does not exist any more. Go back to the list.",
};
