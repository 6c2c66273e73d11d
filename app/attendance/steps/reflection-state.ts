/** Where a reflection that was handed in stands: one that nobody has to read is accepted at once. */
export const REFLECTION_STATES = ["waiting", "accepted", "returned"] as const;
export type ReflectionState = (typeof REFLECTION_STATES)[number];
