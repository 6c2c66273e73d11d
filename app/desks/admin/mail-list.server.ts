import { and, asc, count, eq, or, type SQL } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { MESSAGE_STATE_LABELS, MESSAGE_STATES, type MessageState } from "~/messages/outbox/message-state";
import { EVERY_PART, isNamedBy } from "~/people/persons/person-names.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { contains, everyWord } from "~/platform/database/contains.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { describeKind, formatDateTime } from "~/platform/format";
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

/** How many messages of the whole outbox each state has, and the kinds that occur. */
export function surveyOutbox(ctx: ActorContext) {
  const { state, kind } = outboxMessages;
  return {
    states: ctx.db.select({ state, count: count() }).from(outboxMessages).groupBy(state).all(),
    kinds: ctx.db.selectDistinct({ kind }).from(outboxMessages).orderBy(asc(kind)).all(),
  };
}

/** A word of the recipient's address or of the person's name. */
function concerns(word: string): SQL | undefined {
  return or(contains(outboxMessages.recipient, word), isNamedBy(outboxMessages.personId, word, EVERY_PART));
}
