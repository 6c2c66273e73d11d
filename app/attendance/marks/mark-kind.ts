/** T1: what a mark says. */
export const MARK_KINDS = ["in", "out", "present-all", "absent", "void"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** How a mark came about. */
export const MARK_METHODS = ["roster", "walk-in", "self", "import", "scan", "kiosk"] as const;
export type MarkMethod = (typeof MARK_METHODS)[number];
