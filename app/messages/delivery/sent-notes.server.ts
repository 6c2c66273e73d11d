import { setImmediate, setTimeout } from "node:timers/promises";
import { replaceSecretLink } from "~/messages/catalog/catalog";
import { type Database, isBusy } from "~/platform/database/database.server";
import { type SyncedLater, syncedLater } from "~/platform/database/synced-later.server";
import { origin } from "~/platform/env.server";
import { logger } from "~/platform/logging/logger.server";
import { finishSent, type OutboxRow } from "./mail-lease.server";

const AGAIN_MS = 200;

/** Notes that the mail server took a message; resolves once that is on the disk. */
export type NoteSent = (row: OutboxRow) => Promise<void>;

/** The notes of one delivery; closed when all of them have resolved. */
export interface SentNotes {
  noteSent: NoteSent;
  close: () => void;
}

interface Sent {
  row: OutboxRow;
  /** Epoch milliseconds. */
  at: number;
  /** What of its payload is kept. */
  payload: Record<string, unknown>;
}

/**
 * Notes what was sent, and those messages together whose answers came in one turn of the event loop: each transaction
 * waits for the disk. Whoever sends waits for the note before the next message, so that after a crash no more are in
 * doubt than were under way.
 */
export function notesOfSent(db: Database, clock: () => number): SentNotes {
  const later = syncedLater(db);
  let turn: { sent: Sent[]; noted: Promise<void> } | null = null;
  const open = () => {
    const sent: Sent[] = [];
    const noted = setImmediate().then(() => {
      turn = null;
      return note(db, later, sent);
    });
    return { sent, noted };
  };
  return {
    noteSent: async (row) => {
      // Before it joins the others: what is wrong with one message must not keep the rest from being noted.
      const sent = { row, at: clock(), payload: withoutSecret(row) };
      turn ??= open();
      turn.sent.push(sent);
      await turn.noted;
    },
    close: later.close,
  };
}

/** The mail has left: a busy database is waited for, however long, because a message that is not noted is sent again. */
async function note(db: Database, later: SyncedLater, sent: readonly Sent[]): Promise<void> {
  for (;;) {
    try {
      await later.run(() => {
        for (const { row, at, payload } of sent) finishSent(db, row, at, payload);
      });
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      const messages = sent.map(({ row }) => row.id);
      logger.warn({ messages }, "Messages were sent, and the database is too busy to note it");
      await setTimeout(AGAIN_MS);
    }
  }
}

/** A link that signs somebody in is worth nothing to Hourbook once it has been sent, and a lot to a thief. */
function withoutSecret({ kind, payload }: OutboxRow): Record<string, unknown> {
  return replaceSecretLink(kind, payload, `${origin}/removed-after-sending`);
}
