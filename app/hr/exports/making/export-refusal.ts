/** Why an export was not begun. */
export type ExportRefusal =
  "unknown-organisation" | "unknown-layout" | "unknown-person" | "nothing-to-export" | "too-many";

/** Each of them in plain words, with what to do next. */
export const EXPORT_REFUSALS: Record<ExportRefusal, string> = {
  "unknown-organisation": "This organization is not yours.",
  "unknown-layout": "This layout does not exist any more. Choose another one.",
  "unknown-person": "Some of the people whom you chose are not of this organization. Choose them again.",
  "nothing-to-export": "There is nothing new to export.",
  "too-many": "Several exports of this organization are under way. Wait until they are ready, or stop one.",
};
