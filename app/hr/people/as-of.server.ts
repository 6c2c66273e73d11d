import { type Column, type SQL, sql } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { addDays, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";

/** What an entry says, besides its dates, that a staff list may change from one day to the next. */
const PARTS = {
  roleKind: affiliations.roleKind,
  title: affiliations.title,
  employeeId: affiliations.employeeId,
  building: affiliations.building,
} as const;

/**
 * What a part of an affiliation was on a day, as a value of a query on `affiliations`: a staff list that was imported later
 * says what is so by then, so that what it replaced still holds for the day. What was blank is filled in from later, and what HR
 * itself corrected holds for all days of the entry. Null for the day: as it is now.
 */
export function partOn(part: keyof typeof PARTS, on: string | null): SQL<string | null> {
  const now: Column = PARTS[part];
  if (on === null) return sql`${now}`;
  const nextDay = startOfDate(addDays(on, 1), REGION_TIME_ZONE);
  const path = `$.changes.${part}`;
  return sql`coalesce((
    select json_extract(later.detail, ${`${path}[0]`}) from ${auditEntries} as later
    where later.subject_id = ${affiliations}.id and later.action = 'affiliation.corrected' and later.at >= ${nextDay}
      and json_extract(later.detail, '$.vouching') = 'staff-list' and json_type(later.detail, ${path}) is not null
    order by later.at, later.id limit 1), ${now})`;
}
