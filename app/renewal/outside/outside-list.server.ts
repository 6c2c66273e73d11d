import { and, count, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { countOf } from "~/platform/database/rows.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatAge, formatDate } from "~/platform/format";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { OUTSIDE_STATE_WORDS, topicsInWords, wordsOfAmount } from "./outside-hours";
import { DESK_STATES, OUTSIDE_LIST } from "./outside-list";

export type OutsideListRow = ReturnType<typeof describe>;

/** What was sent to the actor's providers; what waits, unless a state is asked for. */
export function outsideSource(ctx: ScopedContext, search: URLSearchParams): ListSource<OutsideListRow> {
  const state = search.get("state");
  const standing = DESK_STATES.find((each) => each === state);
  const shown = state === "all" ? [...DESK_STATES] : [standing ?? "sent"];
  const theirs = and(inArray(outsideHours.providerId, ctx.scopeIds), inArray(outsideHours.state, shown));
  const select = (where: SQL | undefined) => selectSent(ctx, and(theirs, where));
  return {
    shape: OUTSIDE_LIST,
    tie: outsideHours.id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(outsideHours.title)],
      given: [lettersOf(outsideHours.providerName)],
      completed: [outsideHours.completedOn],
      age: [ageSince(outsideHours.sentAt)],
      sent: [outsideHours.sentAt],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names"]), holdsTyped(word, outsideHours.title, outsideHours.providerName)),
        ),
      // Asked for above, since without a choice what waits is meant.
      state: () => undefined,
      kind: (kind) => sql`${outsideHours.kind} = ${kind}`,
      from: (day) => fromDay(outsideHours.sentAt, day, REGION_TIME_ZONE),
      to: (day) => untilDay(outsideHours.sentAt, day, REGION_TIME_ZONE),
    },
    ...rowsOf(ctx.db, select, {
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "outside-hours.listed", subjectId: "sent", personIds });
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      given: (row) => row.providerName,
      amount: (row) => row.amount,
      completed: (row) => row.completedOn,
      evidence: (row) => (row.hasFile ? "Added" : "None"),
      state: (row) => OUTSIDE_STATE_WORDS[row.state].words,
      age: (row) => formatAge(row.age),
      sent: (row) => formatDate(row.sentAt, REGION_TIME_ZONE),
      topics: (row) => row.topics,
      certificate: (row) => row.certificateNumber,
      email: (row) => row.email,
    },
  };
}

/** How many entries wait for the actor. */
export const countSent = (ctx: ScopedContext): number =>
  countOf(
    ctx.db
      .select({ count: count() })
      .from(outsideHours)
      .where(and(inArray(outsideHours.providerId, ctx.scopeIds), eq(outsideHours.state, "sent"))),
  );

const selectSent = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ row: outsideHours, person: LISTED })
    .from(outsideHours)
    .innerJoin(persons, eq(persons.id, outsideHours.personId))
    .where(where);

type Joined = ReturnType<ReturnType<typeof selectSent>["all"]>[number];

function describe({ row, person }: Joined, now: number) {
  return {
    id: row.id,
    personId: person.id,
    name: staffNameOf(person),
    email: person.email,
    certificateNumber: person.certificateNumber,
    title: row.title,
    providerName: row.providerName,
    amount: wordsOfAmount(row.kind, row.amount),
    topics: topicsInWords(row.designations),
    completedOn: row.completedOn,
    hasFile: row.fileHash !== null,
    state: row.state,
    sentAt: row.sentAt ?? row.updatedAt,
    age: now - (row.sentAt ?? row.updatedAt),
  };
}
