/** What a mark says that is made where people come and go. */
export const DOOR_MARK_KINDS = ["in", "out", "present-all", "absent", "void"] as const;
export type DoorMarkKind = (typeof DOOR_MARK_KINDS)[number];

/** T1: what a mark says. `done`: a step of a session on people's own time was completed. */
export const MARK_KINDS = [...DOOR_MARK_KINDS, "done"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** How a mark came about. `step`: by completing a step, or by staff saying that it was. */
export const MARK_METHODS = ["roster", "walk-in", "self", "import", "scan", "kiosk", "step"] as const;
export type MarkMethod = (typeof MARK_METHODS)[number];

/** How a mark came about, where that is worth a word beside who made it. */
export const METHOD_WORDS: Partial<Record<MarkMethod, string>> = {
  "walk-in": "walk-in",
  scan: "by scan",
  kiosk: "at the kiosk",
};
