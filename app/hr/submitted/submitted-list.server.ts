import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { organisations, persons } from "#drizzle/schema/people";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { countOf } from "~/platform/database/rows.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatAge, formatDate } from "~/platform/format";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { SEEN_STATES, type SubmittedKind } from "./submitted-hours";
import { SUBMITTED_LIST } from "./submitted-list";
import { SUBMITTED_STATE_WORDS } from "./submitted-words";

export type SubmittedListRow = ReturnType<typeof describe>;

/** What was submitted to the actor's organisations and not withdrawn; what waits, unless a state is asked for. */
export function submittedSource(ctx: ScopedContext, search: URLSearchParams): ListSource<SubmittedListRow> {
  const state = search.get("state");
  const shown = state === "all" ? [...SEEN_STATES] : [SEEN_STATES.find((each) => each === state) ?? "sent"];
  const theirs = and(inArray(submittedHours.organisationId, ctx.scopeIds), inArray(submittedHours.state, shown));
  return {
    shape: SUBMITTED_LIST,
    tie: submittedHours.id,
    order: {
      name: [persons.sortName],
      district: [lettersOf(organisations.name)],
      age: [ageSince(submittedHours.sentAt)],
      sent: [submittedHours.sentAt],
      decided: [submittedHours.decidedAt],
    },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names", "former"])),
      // Asked for above, since without a choice what waits is meant.
      state: () => undefined,
      from: (day) => fromDay(submittedHours.sentAt, day, REGION_TIME_ZONE),
      to: (day) => untilDay(submittedHours.sentAt, day, REGION_TIME_ZONE),
    },
    ...rowsOf(ctx.db, (where) => selectSubmitted(ctx, and(theirs, where)), {
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "hr.submitted-listed", subjectId: "submitted", personIds });
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      name: (row) => row.name,
      district: (row) => row.organisation,
      posted: (row) => row.posted,
      elsewhere: (row) => row.elsewhere,
      state: (row) => SUBMITTED_STATE_WORDS[row.state].words,
      age: (row) => formatAge(row.age),
      sent: (row) => formatDate(row.sentAt, REGION_TIME_ZONE),
      decided: (row) => row.decidedAt && formatDate(row.decidedAt, REGION_TIME_ZONE),
      certificate: (row) => row.certificateNumber,
    },
  };
}

/** How many submissions wait for the actor. */
export const countSubmitted = (ctx: ScopedContext): number =>
  countOf(
    ctx.db
      .select({ count: count() })
      .from(submittedHours)
      .where(and(inArray(submittedHours.organisationId, ctx.scopeIds), eq(submittedHours.state, "sent"))),
  );

const rowsOfKind = (kind: SubmittedKind) =>
  sql<number>`(select count(*) from ${submittedRows}
    where ${submittedRows.submissionId} = ${submittedHours.id} and ${submittedRows.kind} = ${kind})`;

const selectSubmitted = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({
      row: submittedHours,
      person: LISTED,
      organisation: organisations.name,
      posted: rowsOfKind("credit"),
      elsewhere: rowsOfKind("elsewhere"),
    })
    .from(submittedHours)
    .innerJoin(persons, eq(persons.id, submittedHours.personId))
    .innerJoin(organisations, eq(organisations.id, submittedHours.organisationId))
    .where(where);

type Joined = ReturnType<ReturnType<typeof selectSubmitted>["all"]>[number];

const describe = ({ row, person, organisation, posted, elsewhere }: Joined, now: number) => ({
  ...{ id: row.id, personId: person.id, name: staffNameOf(person), certificateNumber: person.certificateNumber },
  ...{ organisation, posted, elsewhere, state: row.state, sentAt: row.sentAt, decidedAt: row.decidedAt },
  age: now - row.sentAt,
});
