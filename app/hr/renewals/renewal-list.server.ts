import { and, eq, lte, type SQL } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { chooseOrganisation, type HrOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { isNamedBy } from "~/people/persons/person-names.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { isAmong } from "~/platform/database/among.server";
import { everyWord } from "~/platform/database/contains.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { readListState } from "~/platform/lists/list-shape";
import { formatHours } from "~/platform/format";
import { addMonths, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { type HoursState, RENEWAL_LIST, WITHIN_MONTHS } from "./renewal-list";
import {
  MOST_RECKONED,
  reckonStandings,
  type RenewalStanding,
  showsRenewal,
  standingOf,
} from "./renewal-people.server";

/** Somebody in HR's list of renewals. */
export interface RenewingPerson extends RenewalStanding {
  id: string;
  name: string;
  building: string | null;
  employeeId: string | null;
}

/**
 * The organization that an address names, and its own.
 * @throws Response 404 for one that is not the actor's
 */
export function readRenewalChoice(ctx: ScopedContext, search: URLSearchParams) {
  const organisations = listMyOrganisations(ctx);
  return { organisations, organisation: chooseOrganisation(organisations, search.get("organization")) };
}

/**
 * The people of the actor's organization that an address names who show it what their renewal takes. What hours say follows from the
 * rules alone, so that those who are meant are reckoned first, where an address asks. Looking is audited (P5).
 */
export async function openRenewals(ctx: ScopedContext, search: URLSearchParams) {
  const { organisation } = readRenewalChoice(ctx, search);
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const theirs = and(showsRenewal(ctx.db, organisation.id, today), isWithin(search, today));
  const asked = readListState(RENEWAL_LIST, search).filters.hours;
  const { standings, isCut } = asked ? await reckonStandings(ctx.db, theirs, today) : NONE;
  const source: ListSource<RenewingPerson> = {
    shape: RENEWAL_LIST,
    tie: persons.id,
    order: { name: [persons.sortName], until: [persons.certificateExpiresOn] },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names"])),
      within: () => undefined,
      hours: (state) => isMeant(standings, state as HoursState),
    },
    ...rowsOf(ctx.db, (where) => ctx.db.select().from(persons).where(and(theirs, where)), {
      id: ({ id }) => id,
      describe: (rows) => {
        const personIds = rows.map(({ id }) => id);
        recordReading(ctx, { action: "hr.renewals-listed", subjectId: organisation.id, personIds });
        return rows.flatMap((person) => describe(ctx, organisation, person, today) ?? []);
      },
    }),
    cells: {
      name: (row) => row.name,
      certificate: (row) => row.certificates,
      until: (row) => row.deadline,
      missing: (row) => row.missing ?? "Nothing",
      own: (row) => formatHours(row.selfReported),
      school: (row) => row.building,
      employee: (row) => row.employeeId,
    },
  };
  return { source, firstOf: isCut ? MOST_RECKONED : null };
}

const NONE = { standings: [], isCut: false };

function isWithin(search: URLSearchParams, today: string): SQL | undefined {
  const months = WITHIN_MONTHS.find((each) => each === search.get("within"));
  return months && lte(persons.certificateExpiresOn, addMonths(today, Number(months)));
}

function isMeant(standings: readonly RenewalStanding[], state: HoursState): SQL {
  const meant = standings.filter(({ lacks }) => {
    if (state === "short") return lacks.length > 0;
    return state === "enough" ? lacks.length === 0 : lacks.includes(state);
  });
  return isAmong(
    persons.id,
    meant.map(({ personId }) => personId),
  );
}

function describe(
  { db }: ScopedContext,
  { id: organisationId }: HrOrganisation,
  person: typeof persons.$inferSelect,
  today: string,
): RenewingPerson | null {
  const standing = standingOf(db, person.id, today);
  const here = db
    .select()
    .from(affiliations)
    .where(and(isConfirmed, eq(affiliations.personId, person.id), eq(affiliations.organisationId, organisationId)))
    .all();
  const work = affiliationOn(here, today);
  return (
    standing && {
      ...standing,
      id: person.id,
      name: staffNameOf(person),
      building: work?.building ?? null,
      employeeId: work?.employeeId ?? null,
    }
  );
}
