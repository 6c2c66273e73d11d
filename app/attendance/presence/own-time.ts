import type { Presence, PresenceMark } from "./presence";

/** A step of a session on people's own time, as far as presence needs it. */
export interface PresenceStep {
  id: string;
  title: string;
  /** How many of the session's minutes it counts. */
  minutes: number;
  /** Null: until the session's end. */
  dueAt: number | null;
}

/** A step that somebody completed, and when: epoch milliseconds. */
export interface DoneStep {
  stepId: string;
  title: string;
  minutes: number;
  at: number;
  /** After the day until which it was to be done. */
  late: boolean;
}

/**
 * Who did what in a session on people's own time: each step counts once, by the first of its marks that stands, whatever the
 * order in which the steps were done. Nothing counts that was done before the session opened; what was done after its end
 * counts only by the word of staff, who alone can record it then.
 *
 * @param marks those that stand, in the order in which they were made
 */
export function deriveOwnTime(
  { startsAt, steps }: { startsAt: number; steps: readonly PresenceStep[] },
  marks: readonly PresenceMark[],
): Presence {
  const done = steps.flatMap((step): DoneStep[] => {
    const mark = marks.find(({ kind, stepId, at }) => kind === "done" && stepId === step.id && at >= startsAt);
    if (!mark) return [];
    const { id: stepId, title, minutes, dueAt } = step;
    return [{ stepId, title, minutes, at: mark.at, late: dueAt !== null && mark.at > dueAt }];
  });
  return { intervals: [], openSince: null, selfSince: null, anomalies: [], marked: done.length > 0, done };
}
