import { and, asc, count, desc, eq, or, type SQL } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { claims, credits } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { env, origin } from "~/platform/env.server";
import { isSecret, replaceSecretLink } from "~/messages/catalog/catalog";
import type { OutboxRow } from "~/messages/delivery/mail-lease.server";
import type { MessageState } from "~/messages/outbox/message-state";
import { renderMessage } from "~/messages/rendering.server";
import { EVERY_PART, isNamedBy } from "~/people/persons/person-names.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { contains, everyWord } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound, PAGE_SIZE } from "~/platform/http/responses.server";

interface MessageFilter {
  state: MessageState | null;
  kind: string | null;
  /** Parts of the recipient's name or address. */
  person: string;
  page: number;
}

/** One page of the outbox, newest first, with the counts by state and the kinds that occur. */
export function listMessages(ctx: ActorContext, filter: MessageFilter) {
  const { state, kind, person, page } = filter;
  const where = and(
    state ? eq(outboxMessages.state, state) : undefined,
    kind ? eq(outboxMessages.kind, kind) : undefined,
    everyWord(person, concerns),
  );
  const { id, kind: kindColumn, recipient: to, state: stateColumn, createdAt, sentAt, lastError } = outboxMessages;
  const { personId } = outboxMessages;
  const rows = ctx.db
    .select({ id, kind: kindColumn, recipient: to, state: stateColumn, createdAt, sentAt, lastError, personId })
    .from(outboxMessages)
    .where(where)
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  recordReading(ctx, {
    action: "messages.listed",
    subjectId: "outbox",
    personIds: rows.map((row) => row.personId),
    detail: { person, page },
  });
  return {
    messages: rows.map(({ personId: _personId, ...message }) => message),
    total: countOf(ctx.db.select({ count: count() }).from(outboxMessages).where(where)),
    states: ctx.db.select({ state: stateColumn, count: count() }).from(outboxMessages).groupBy(stateColumn).all(),
    kinds: ctx.db.selectDistinct({ kind: kindColumn }).from(outboxMessages).orderBy(asc(kindColumn)).all(),
  };
}

/** A word of the recipient's address or of the person's name. */
function concerns(word: string): SQL | undefined {
  return or(contains(outboxMessages.recipient, word), isNamedBy(outboxMessages.personId, word, EVERY_PART));
}

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
