import { type SQL, sql } from "drizzle-orm";
import { addDays, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";
import { SEAT_STATUSES } from "~/registration/seats/status";
import { type CatalogFilters, HOURS, PRICES, TIMES } from "./catalog-filters";

/** When and for whom the catalog is looked at. */
export interface Looking {
  now: number;
  /** Whose sessions are not to be clashed with; null for a visitor. */
  personId: string | null;
}

/** The catalog's filters as conditions on an offering `o` and its course `c`, each beginning with `and`. */
export function catalogConditions({ now, personId }: Looking, filters: CatalogFilters): SQL {
  const { area, designation, audience, modality, host, from, to, onlyOpen, fitsMine } = filters;
  const [times, price, hours] = [
    TIMES.get(filters.times ?? ""),
    PRICES.get(filters.price ?? ""),
    HOURS.get(filters.hours ?? ""),
  ];
  const parts = [
    area && sql`and c.program_area = ${area}`,
    designation && gives(designation),
    audience &&
      sql`and exists (select 1 from course_audiences u where u.course_id = c.id and u.audience in (${sharingWork(audience)}))`,
    modality && sql`and o.modality = ${modality}`,
    host && sql`and o.host_organisation_id = ${host}`,
    from && sql`and o.starts_at >= ${startOfDate(from, REGION_TIME_ZONE)}`,
    to && sql`and o.starts_at < ${startOfDate(addDays(to, 1), REGION_TIME_ZONE)}`,
    times &&
      sql`and not exists (select 1 from sessions s where s.offering_id = o.id
        and part_of_week(s.starts_at, s.time_zone) not in (select value from json_each(${JSON.stringify(times.meaning)})))`,
    price && sql`and o.price_cents <= ${price.meaning}`,
    hours && sql`and o.approved_minutes between ${hours.meaning.from} and ${hours.meaning.to}`,
    onlyOpen && openSeats(now),
    fitsMine && personId !== null && withoutClash(personId),
  ];
  return sql.join(
    parts.filter((part): part is SQL => Boolean(part)),
    sql` `,
  );
}

/** By what the course says, or by the hours that the committee approved for this offering. */
const gives = (designation: string): SQL => sql`
  and (exists (select 1 from course_designations d where d.course_id = c.id and d.designation = ${designation})
    or exists (select 1 from offering_designations d where d.offering_id = o.id and d.designation = ${designation}))`;

/** Audiences that share a kind of work with this one: a course for all certificated staff is for teachers, too. */
const sharingWork = (audience: string): SQL => sql`
  select a.code from audiences a, json_each(a.role_kinds) kind, audiences chosen, json_each(chosen.role_kinds) wanted
  where chosen.code = ${audience} and kind.value = wanted.value`;

/** The rule of `seats.ts` as a condition: registration is open, a seat is free and nobody waits for it (R1, R2). */
function openSeats(now: number): SQL {
  return sql`and coalesce(o.registration_opens_at, ${now}) <= ${now}
    and coalesce(o.registration_closes_at, o.starts_at) > ${now}
    and o.capacity > (select count(*) from registrations r where r.offering_id = o.id and r.status in (${held}))
    and not exists (select 1 from registrations r where r.offering_id = o.id and r.status = 'waitlisted')`;
}

const held = sql.join(
  SEAT_STATUSES.map((status) => sql`${status}`),
  sql`, `,
);

/** R9: no session overlaps one of an offering that the person holds a seat in or teaches. */
const withoutClash = (personId: string): SQL => sql`
  and not exists (
    select 1 from sessions theirs, sessions mine
    where theirs.offering_id = o.id and mine.offering_id <> o.id
      and mine.offering_id in (
        select r.offering_id from registrations r where r.person_id = ${personId} and r.status in (${held})
        union all select i.offering_id from instructors i where i.person_id = ${personId})
      and +mine.starts_at < theirs.ends_at and +mine.ends_at > theirs.starts_at)`;
