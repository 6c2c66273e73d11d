import type { Database } from "./database.server";
import { env, origin } from "./env.server";
import { placeCalendar } from "./mail-parts";
import type { OutboxRow } from "./mail-lease.server";
import { unsubscribeKeyOf, unsubscribeScopeOf } from "./mail-preference.server";
import type { Attachment, Mail } from "./mail-transport.server";
import { renderMessage } from "./message-catalog.server";
import { findRule } from "./message-rules.server";

/** Files that belong to a message and are made when it is sent, for example the certificate of a posted credit. */
export type Attach = (message: Pick<OutboxRow, "kind" | "subjectId" | "payload">) => Promise<Attachment[]>;

/** A message's Message-ID: the same for every attempt, by which mail servers know a repetition. */
export const messageIdOf = (id: string): string => `<${id}@${new URL(origin).hostname}>`;

/**
 * The mail of an outbox row: rendered, with its calendar entries and files, and with the headers by which mail programs
 * know that no person wrote it (RFC 3834) and offer to end it (RFC 8058).
 * @throws Error when the message cannot be rendered or a file not be made
 */
export async function composeMail(db: Database, row: OutboxRow, now: number, attach?: Attach): Promise<Mail> {
  const scope = row.personId ? unsubscribeScopeOf(findRule(row.kind)?.category) : null;
  const rendered = renderMessage(row.kind, row.payload, scope ? `${origin}/mail-preferences` : null);
  const { attachments, ...calendar } = placeCalendar(row.calendar ?? []);
  const files = attach ? await attach(row) : [];
  return {
    from: env.MAIL_FROM,
    to: row.recipient,
    ...rendered,
    messageId: messageIdOf(row.id),
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(scope && unsubscribeHeaders(unsubscribeKeyOf(db, row.personId!, scope, now))),
    },
    ...calendar,
    attachments: [...attachments, ...files],
  };
}

function unsubscribeHeaders(key: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${origin}/unsubscribe?key=${key}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
