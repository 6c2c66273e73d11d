import { findRule } from "~/messages/catalog/catalog";
import { unsubscribeKeysOf, unsubscribeScopeOf } from "~/messages/preferences/mail-preference.server";
import { renderMessage } from "~/messages/rendering.server";
import type { Database } from "~/platform/database/database.server";
import { env, origin } from "~/platform/env.server";
import { placeCalendar } from "~/platform/mail/mail-parts";
import type { Attachment, Mail } from "~/platform/mail/mail-transport.server";
import type { OutboxRow } from "./mail-lease.server";

/** Files that belong to a message and are made when it is sent, for example the certificate of a posted credit. */
export type Attach = (message: Pick<OutboxRow, "kind" | "subjectId" | "payload">) => Promise<Attachment[]>;

/** A message's Message-ID: the same for every attempt, by which mail servers know a repetition. */
export const messageIdOf = (id: string): string => `<${id}@${new URL(origin).hostname}>`;

/** What the deliverer looks up for a batch of messages at once. */
export interface MailLinks {
  /** The way to end the messages of a row's category; null for one that always arrives. */
  unsubscribeUrlOf(row: OutboxRow): string | null;
}

/** Looks up, and makes where there is none, what goes into the headers of some messages. */
export function findMailLinks(db: Database, rows: readonly OutboxRow[], now: number): MailLinks {
  const wishOf = ({ personId, kind }: OutboxRow) => {
    const scope = unsubscribeScopeOf(findRule(kind)?.category);
    return personId && scope ? { personId, scope } : null;
  };
  const wanted = rows.flatMap((row) => wishOf(row) ?? []);
  const keys = wanted.length > 0 ? unsubscribeKeysOf(db, wanted, now) : new Map<string, string>();
  return {
    unsubscribeUrlOf: (row) => {
      const wish = wishOf(row);
      const key = wish && keys.get(`${wish.personId} ${wish.scope}`);
      return key ? `${origin}/unsubscribe?key=${key}` : null;
    },
  };
}

/**
 * The mail of an outbox row: rendered, with its calendar entries and files, and with the headers by which mail programs
 * know that no person wrote it (RFC 3834) and offer to end it (RFC 8058).
 * @throws Error when the message cannot be rendered or a file not be made
 */
export async function composeMail(row: OutboxRow, links: MailLinks, attach?: Attach): Promise<Mail> {
  const unsubscribeUrl = links.unsubscribeUrlOf(row);
  const rendered = renderMessage(row.kind, row.payload, unsubscribeUrl ? `${origin}/mail-preferences` : null);
  const { attachments, ...calendar } = placeCalendar(row.calendar ?? []);
  const files = attach ? await attach(row) : [];
  return {
    from: env.MAIL_FROM,
    to: row.recipient,
    ...(row.replyTo && { replyTo: { name: row.replyTo.name ?? "", address: row.replyTo.address } }),
    ...rendered,
    messageId: messageIdOf(row.id),
    headers: { "Auto-Submitted": "auto-generated", ...(unsubscribeUrl && unsubscribeHeaders(unsubscribeUrl)) },
    ...calendar,
    attachments: [...attachments, ...files],
  };
}

function unsubscribeHeaders(url: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
