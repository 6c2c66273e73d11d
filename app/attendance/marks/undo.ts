/** What undoing needs to know of a mark. */
interface Mark {
  id: string;
  kind: string;
  recordedBy: string;
  serverTime: number;
  reason: string | null;
  voidsMarkId: string | null;
}

/** How long the last tap can be undone at once; later a mark is voided with a reason of one's own. */
const UNDO_MS = 10 * 60_000;

/** How the reason begins for which a self check-in is voided that the facilitator does not confirm. */
export const NOT_THERE = "not there, as the facilitator says";

/** The reason that a mark undone at once is voided with (T1). */
export const UNDONE_AT_ONCE = "Undone at once";

/**
 * The marks of somebody's last tap at a session, while it can be undone at once: one mark, a walk-in's too, or all that
 * "present" for everyone made, or the voids of self check-ins that were not confirmed. None when it was too long ago, or when they have undone it.
 * @param marks of one session, or of one person at it
 */
export function findUndoable<T extends Mark>(marks: readonly T[], by: string, now: number): T[] {
  const voided = new Set(marks.map(({ voidsMarkId }) => voidsMarkId));
  const answers = ({ kind, reason }: Mark) => kind !== "void" || (reason?.startsWith(NOT_THERE) ?? false);
  const mine = marks.filter((mark) => mark.recordedBy === by && answers(mark));
  const last = mine.reduce((latest, { serverTime }) => Math.max(latest, serverTime), -Infinity);
  if (last < now - UNDO_MS) return [];
  return mine.filter(({ id, serverTime }) => serverTime === last && !voided.has(id));
}
