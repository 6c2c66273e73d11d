import { and, eq } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { isAmong } from "~/platform/database/among.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { MOST_RECKONED, reckonStandings, showsRenewal } from "./renewal-people.server";
import { roughly, withoutSmallCells } from "~/hr/overview/suppression";

const NO_SCHOOL = "School not on file";

/**
 * How many of a district's people who show it lack hours, school by school, without small cells: to be told on. `firstOf`: for how
 * many it was reckoned, those whose last day comes first, where there are more.
 */
export async function summarizeBySchool(ctx: ScopedContext, { id }: HrOrganisation) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const { standings, isCut } = await reckonStandings(ctx.db, showsRenewal(ctx.db, id, today), today);
  const schoolOf = findSchools(
    ctx,
    id,
    standings.map(({ personId }) => personId),
    today,
  );
  const bySchool = Map.groupBy(standings, ({ personId }) => schoolOf.get(personId) ?? NO_SCHOOL);
  const rows = [...bySchool]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, people]) => ({
      label,
      people: people.length,
      of: people.filter(({ lacks }) => lacks.length > 0).length,
    }));
  return { rows: withoutSmallCells(rows), about: roughly(standings.length), firstOf: isCut ? MOST_RECKONED : null };
}

function findSchools(ctx: ScopedContext, organisationId: string, personIds: readonly string[], today: string) {
  const here = ctx.db
    .select()
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.organisationId, organisationId), isAmong(affiliations.personId, personIds)))
    .all();
  const byPerson = Map.groupBy(here, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, theirs]) => [personId, affiliationOn(theirs, today)?.building]));
}
