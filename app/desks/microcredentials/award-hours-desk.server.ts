import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { awardHours } from "#drizzle/schema/microcredentials/hours";
import { persons } from "#drizzle/schema/people";
import { listVersionsOf } from "~/credits/ledger/credit-row.server";
import { standingOf } from "~/microcredentials/awards/award-standing";
import { awardedOn } from "~/microcredentials/awards/award-standing.server";
import { AWARD_HOURS_LABELS } from "~/microcredentials/hours/award-hours";
import { MOST_POSTED } from "~/microcredentials/hours/hours-form";
import { findApprovals } from "~/microcredentials/hours/hours-decision.server";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate, formatHours } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { AWARD_HOURS_LIST } from "./award-hours-list";

const select = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ award: awards, hours: awardHours, person: NAMED, title: microcredentials.title })
    .from(awardHours)
    .innerJoin(awards, eq(awards.id, awardHours.awardId))
    .innerJoin(persons, eq(persons.id, awards.personId))
    .innerJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .where(and(inArray(awards.providerId, ctx.scopeIds), where));

/** A cross join keeps SQLite to this order: found from the few that were claimed, not from all that a provider ever awarded. */
const selectIds = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ id: awardHours.awardId })
    .from(awardHours)
    .crossJoin(awards)
    .leftJoin(persons, eq(persons.id, awards.personId))
    .leftJoin(microcredentials, eq(microcredentials.id, awards.microcredentialId))
    .where(and(eq(awards.id, awardHours.awardId), inArray(awards.providerId, ctx.scopeIds), where));

type Joined = ReturnType<ReturnType<typeof select>["all"]>[number];

/** Somebody's claim of the hours of an award, as the registrar sees it. */
export type AwardHoursRow = ReturnType<typeof describe>[number];

/** Claims of hours for awards of the registrar's providers. Looking is audited (P5). */
export function awardHoursSource(ctx: ScopedContext): ListSource<AwardHoursRow> {
  return {
    shape: AWARD_HOURS_LIST,
    tie: awards.id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(microcredentials.title)],
      awarded: [awards.awardedOn],
      claimed: [awardHours.claimedAt],
      status: [awardHours.status, ageSince(awardHours.claimedAt)],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names"]), holdsTyped(word, microcredentials.title)),
        ),
      status: (status) => sql`${awardHours.status} = ${status}`,
      ...awardedOn,
    },
    ...rowsOf(ctx.db, (where) => select(ctx, where), {
      id: ({ hours }) => hours.awardId,
      narrow: { select: (where) => selectIds(ctx, where), of: awardHours.awardId },
      describe: (rows) => {
        if (rows.length > 0) recordLook(ctx, "awards", rows);
        return describe(ctx, rows);
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      awarded: (row) => row.awardedOn,
      hours: (row) => formatHours(row.minutes),
      claimed: (row) => formatDate(row.claimedAt, REGION_TIME_ZONE),
      status: (row) => (row.standing === "revoked" ? "Award revoked" : AWARD_HOURS_LABELS[row.status]),
      number: (row) => row.inServiceNumber,
    },
  };
}

/** The awards whose hours wait to be posted, those claimed first on top: at most `MOST_POSTED`. Tells nobody's name. */
export const listPostableAwards = (ctx: ScopedContext): string[] =>
  select(ctx, and(eq(awardHours.status, "claimed"), isNull(awards.revokedAt)))
    .orderBy(asc(awardHours.claimedAt), asc(awards.id))
    .limit(MOST_POSTED)
    .all()
    .map(({ award }) => award.id);

/**
 * One claim of hours, with the versions of its credit. Looking is audited (P5).
 * @throws Response 404 for another provider's
 */
export function getAwardHours(ctx: ScopedContext, awardId: string) {
  const rows = select(ctx, eq(awardHours.awardId, awardId)).all();
  const [row] = describe(ctx, rows);
  if (!row) throw notFound();
  recordLook(ctx, awardId, rows);
  return { row, versions: listVersionsOf(ctx.db, { awardId }) };
}

function recordLook(ctx: ScopedContext, subjectId: string, rows: readonly Joined[]): void {
  recordReading(ctx, { action: "award-hours.listed", subjectId, personIds: rows.map(({ person }) => person.id) });
}

function describe({ db, now }: ScopedContext, rows: readonly Joined[]) {
  const approvals = findApprovals(
    db,
    rows.map(({ award }) => award),
  );
  return rows.map(({ award, hours, person, title }, index) => ({
    id: award.id,
    personId: person.id,
    name: staffNameOf(person),
    title,
    awardedOn: award.awardedOn,
    standing: standingOf(award, now),
    minutes: approvals[index]?.minutes ?? 0,
    inServiceNumber: approvals[index]?.inServiceNumber ?? null,
    ...hours,
  }));
}
