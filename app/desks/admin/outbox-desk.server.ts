import { eq } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { claims, credits } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { env, origin } from "~/platform/env.server";
import { isSecret, replaceSecretLink } from "~/messages/catalog/catalog";
import type { OutboxRow } from "~/messages/delivery/mail-lease.server";
import { renderMessage } from "~/messages/rendering.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound } from "~/platform/http/responses.server";

/**
 * One message as its recipient gets it. Looking is audited (P5). In production a link that signs somebody in is taken
 * out: whoever reads the outbox must not be able to use it.
 * @throws Response 404
 */
export async function getMessage(ctx: ActorContext, messageId: string) {
  const row = ctx.db.select().from(outboxMessages).where(eq(outboxMessages.id, messageId)).get();
  if (!row) throw notFound();
  recordReading(ctx, {
    action: "message.read",
    subjectId: row.id,
    personIds: [row.personId, ...listNamed(ctx.db, row)],
  });
  const hidden = env.HOURBOOK_MODE === "production" && isSecret(row.kind);
  const payload = hidden ? replaceSecretLink(row.kind, row.payload, `${origin}/not-shown-here`) : row.payload;
  const { payload: _payload, calendar, ...facts } = row;
  const canResend = !["queued", "sending"].includes(row.state) && !isSecret(row.kind);
  const calendars = calendar?.map(({ method, name }) => ({ method, name })) ?? [];
  return { ...facts, hidden, canResend, calendars, ...renderMessage(row.kind, payload) };
}

/** Whom a message names beside the person it is for: whose place, claim or credit it is about, and whose address it goes to. */
function listNamed(db: Reader, { subjectId, recipient }: OutboxRow): string[] {
  return [
    ...db.select({ id: persons.id }).from(persons).where(eq(persons.email, recipient)).all(),
    ...[registrations, claims, credits].flatMap((table) =>
      db.select({ id: table.personId }).from(table).where(eq(table.id, subjectId)).all(),
    ),
  ].map(({ id }) => id);
}
