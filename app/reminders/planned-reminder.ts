import type { ReminderKind } from "./reminder-kind";

/** A reminder as it ought to be. Instants in epoch milliseconds. */
export interface PlannedReminder {
  kind: ReminderKind;
  subjectId: string;
  personId: string;
  occasion: string;
  dueAt: number;
  /** From when on it is too late to be of use. */
  expiresAt: number;
  /** Since when there has been ground for it: what was due before then was never owed. */
  since: number;
}

/** What tells one reminder from every other. */
export function keyOf({
  kind,
  subjectId,
  personId,
  occasion,
}: Pick<PlannedReminder, "kind" | "subjectId" | "personId" | "occasion">): string {
  return `${kind} ${subjectId} ${personId} ${occasion}`;
}
