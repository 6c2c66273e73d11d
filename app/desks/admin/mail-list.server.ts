import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { MESSAGE_STATE_LABELS, MESSAGE_STATES, type MessageState } from "~/messages/outbox/message-state";
import { EVERY_PART, isNamedBy } from "~/people/persons/person-names.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { contains, everyWord } from "~/platform/database/contains.server";
import { countRows } from "~/platform/database/rows.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { describeKind, formatDateTime } from "~/platform/format";
import { MOST_COUNTED } from "~/platform/lists/list-limit";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { MAIL_LIST } from "./mail-list";

/** The state of messages that an address asks for; null for any. */
export const mailStateOf = (search: URLSearchParams): MessageState | null =>
  MESSAGE_STATES.find((state) => state === search.get("state")) ?? null;

export interface MailRow {
  id: string;
  kind: string;
  recipient: string;
  state: MessageState;
  createdAt: number;
  sentAt: number | null;
  attempts: number;
  lastError: string | null;
}

/** Messages of the outbox in the state that an address asks for. Looking is audited (P5). */
export function mailSource(ctx: ActorContext, search: URLSearchParams): ListSource<MailRow> {
  const state = mailStateOf(search);
  const inState = state ? eq(outboxMessages.state, state) : undefined;
  const { id, kind, recipient, createdAt, sentAt, attempts, lastError, personId } = outboxMessages;
  const columns = {
    id,
    kind,
    recipient,
    state: outboxMessages.state,
    createdAt,
    sentAt,
    attempts,
    lastError,
    personId,
  };
  const select = (where: SQL | undefined) => ctx.db.select(columns).from(outboxMessages).where(and(inState, where));
  return {
    shape: MAIL_LIST,
    tie: id,
    order: {
      kind: [kind],
      recipient: [recipient],
      written: [createdAt],
      state: [outboxMessages.state],
      sent: [sentAt],
      attempts: [attempts],
    },
    where: {
      to: (typed) => everyWord(typed, concerns),
      kind: (value) => eq(kind, value),
      from: (day) => fromDay(createdAt, day, REGION_TIME_ZONE),
      until: (day) => untilDay(createdAt, day, REGION_TIME_ZONE),
    },
    ...rowsOf(ctx.db, select, {
      id: (message) => message.id,
      narrow: {
        select: (where) => ctx.db.select({ id }).from(outboxMessages).where(and(inState, where)),
        of: id,
      },
      describe: (rows, { offset }) => {
        recordReading(ctx, {
          action: "messages.listed",
          subjectId: "outbox",
          personIds: rows.map((row) => row.personId),
          detail: { person: search.get("to") ?? "", offset },
        });
        return rows.map(({ personId: _personId, ...message }) => message);
      },
    }),
    cells: {
      kind: (row) => describeKind(row.kind),
      recipient: (row) => row.recipient,
      written: (row) => formatDateTime(row.createdAt, REGION_TIME_ZONE),
      state: (row) => MESSAGE_STATE_LABELS[row.state] + (row.lastError ? `: ${row.lastError}` : ""),
      sent: (row) => (row.sentAt === null ? null : formatDateTime(row.sentAt, REGION_TIME_ZONE)),
      attempts: (row) => row.attempts,
    },
  };
}

/** How many messages of the whole outbox each state has, counted to `MOST_COUNTED` and one more, and the kinds that occur. */
export function surveyOutbox(ctx: ActorContext) {
  const { state, kind } = outboxMessages;
  const states = MESSAGE_STATES.map((each) => {
    const those = ctx.db.select({ state }).from(outboxMessages).where(eq(state, each));
    return { state: each, count: countRows(ctx.db, those.limit(MOST_COUNTED + 1)) };
  });
  // From kind to kind by the index: there are millions of messages, and some forty kinds.
  const kinds = ctx.db.all<{ kind: string }>(sql`
    with recursive kinds(kind) as (
      select min(${kind}) from ${outboxMessages}
      union all
      select (select min(${kind}) from ${outboxMessages} where ${kind} > kinds.kind) from kinds where kinds.kind is not null
    )
    select kind from kinds where kind is not null`);
  return { states: states.filter(({ count }) => count > 0), kinds };
}

/**
 * A word of the person's names or address, each found by its index; or of the recipient's address, where no person is
 * known, which are few.
 */
function concerns(word: string): SQL | undefined {
  const { recipient, personId } = outboxMessages;
  return or(isNamedBy(personId, word, EVERY_PART), and(isNull(personId), contains(recipient, word)));
}
