import { and, asc, count, desc, eq, like, or, type SQL, sql } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/platform";
import { recordAudit } from "./audit.server";
import type { ActorContext } from "./context";
import { inTransaction } from "./database.server";
import { env, origin } from "./env.server";
import { renderMessage } from "./message-catalog.server";
import { isSecret } from "./message-rules.server";
import type { MessageState } from "./message-state";
import { notFound, PAGE_SIZE } from "./responses.server";

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
    ...person.split(/\s+/).filter(Boolean).slice(0, 5).map(concerns),
  );
  const { id, kind: kindColumn, recipient: to, state: stateColumn, createdAt, sentAt, lastError } = outboxMessages;
  return {
    messages: ctx.db
      .select({ id, kind: kindColumn, recipient: to, state: stateColumn, createdAt, sentAt, lastError })
      .from(outboxMessages)
      .where(where)
      .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .all(),
    total: ctx.db.select({ count: count() }).from(outboxMessages).where(where).get()!.count,
    states: ctx.db.select({ state: stateColumn, count: count() }).from(outboxMessages).groupBy(stateColumn).all(),
    kinds: ctx.db.selectDistinct({ kind: kindColumn }).from(outboxMessages).orderBy(asc(kindColumn)).all(),
  };
}

/** A word of the recipient's address or of the person's name. */
function concerns(word: string): SQL | undefined {
  const pattern = `%${word.replaceAll(/[%_]/g, "")}%`;
  const name = sql`exists (select 1 from ${persons} where ${persons.id} = ${outboxMessages.personId}
    and (${like(persons.legalFirst, pattern)} or ${like(persons.legalLast, pattern)} or ${like(persons.preferredName, pattern)}))`;
  return or(like(outboxMessages.recipient, pattern), name);
}

/**
 * One message as its recipient gets it. Looking is audited (P5). In production a link that signs somebody in is taken
 * out: whoever reads the outbox must not be able to use it.
 * @throws Response 404
 */
export async function getMessage(ctx: ActorContext, messageId: string) {
  const row = inTransaction(ctx.db, (tx) => {
    const found = tx.select().from(outboxMessages).where(eq(outboxMessages.id, messageId)).get();
    if (!found) throw notFound();
    recordAudit(tx, ctx, { action: "message.read", subjectId: found.id, personId: found.personId });
    return found;
  });
  const hidden = env.HOURBOOK_MODE === "production" && isSecret(row.kind);
  const payload = hidden ? { ...row.payload, actionUrl: `${origin}/not-shown-here` } : row.payload;
  const { payload: _payload, calendar, ...facts } = row;
  const canResend = !["queued", "sending"].includes(row.state) && !isSecret(row.kind);
  const calendars = calendar?.map(({ method, name }) => ({ method, name })) ?? [];
  return { ...facts, hidden, canResend, calendars, ...renderMessage(row.kind, payload) };
}
