import type { QueuedMark } from "~/attendance/queue/queued-mark";
import type { SyncAnswer } from "~/attendance/queue/queue-reply";

/** The form in which marks stand on a device. Whoever changes it adds the step from the form before. */
export const RECORD_VERSION = 2;

/** A mark that the server has not answered for good yet, or has refused. */
export interface QueuedRecord {
  version: number;
  mark: QueuedMark;
  /** Whom it is about, for a list of what waits. */
  name: string;
  /** Why the server refused it for good; it stays in sight until somebody has seen it. */
  refused: string | null;
}

type Stored = { version: number } & Record<string, unknown>;

/** What makes a record of one version one of the next, by the version that it leaves. */
export type RecordSteps = Readonly<Record<number, (record: Stored) => Stored>>;

const STEPS: RecordSteps = {
  // Marks came to carry the check-in pass by which they were made.
  1: ({ mark, ...record }) => ({ ...record, mark: { ...(mark as object), pass: null } }),
};

/**
 * A stored record in the form of today: an update of the application loses no mark. Null for one of a later form, which an older
 * application leaves as it is.
 * @throws where a step is missing
 */
export function upgradeRecord(
  stored: Stored,
  steps: RecordSteps = STEPS,
  version: number = RECORD_VERSION,
): QueuedRecord | null {
  let record = stored;
  while (record.version < version) {
    const step = steps[record.version];
    if (!step) throw new Error(`No step leads from version ${record.version} of a queued mark`);
    record = { ...step(record), version: record.version + 1 };
  }
  return record.version === version ? (record as unknown as QueuedRecord) : null;
}

/** What becomes of a record by the server's answer: it goes, it stays as it is, or it stays in sight as refused. */
export function settleRecord(record: QueuedRecord, { code, words }: SyncAnswer): QueuedRecord | "gone" {
  if (code === "again") return record;
  return code === "refused" ? { ...record, refused: words ?? "The server refused it." } : "gone";
}
