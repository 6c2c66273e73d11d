import { type SQL, sql } from "drizzle-orm";
import { listCourseDesignations } from "~/catalog/courses/course-designations.server";
import { type Designation, DESIGNATIONS } from "~/catalog/courses/designation";
import type { Modality } from "~/catalog/offerings/offering-state";
import { holdsParts } from "~/catalog/courses/found-words.server";
import { searchWordsOf, type SearchWord } from "~/catalog/courses/search-words";
import type { Reader } from "~/platform/database/database.server";
import { addDays, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";
import type { CatalogFilters } from "./catalog-filters";
import { countStatuses } from "~/registration/seats/registration-row.server";
import type { SeatCounts } from "~/registration/seats/seats";
import { SEAT_STATUSES } from "~/registration/seats/status";

/** A published course with the next of its offerings that fit. */
export interface CatalogEntry {
  courseId: string;
  title: string;
  summary: string;
  area: string;
  designations: Designation[];
  offeringId: string;
  startsAt: number;
  endsAt: number;
  timeZone: string;
  place: string;
  modality: Modality;
  approvedMinutes: number | null;
  priceCents: number;
  sessionCount: number;
  /** How many more offerings of the course fit. */
  more: number;
  seats: SeatCounts;
}

type FoundRow = Omit<CatalogEntry, "designations" | "seats"> & {
  capacity: number;
  waitlistLimit: number | null;
  total: number;
};

/** How many courses one page of the catalog shows. */
export const CATALOG_PAGE_SIZE = 20;

/**
 * Published courses that have a published offering still to come which fits, a page at a time. Three statements, however
 * many rows there are.
 */
export function searchCatalog(
  db: Reader,
  now: number,
  filters: CatalogFilters,
  page: number,
): { entries: CatalogEntry[]; total: number } {
  const words = searchWordsOf(filters.words);
  if (filters.words.trim() !== "" && words.length === 0) return { entries: [], total: 0 };
  const found = db.all<FoundRow>(searchStatement(now, filters, words, page));
  const designations = listCourseDesignations(
    db,
    found.map((row) => row.courseId),
  );
  const countsOf = countStatuses(
    db,
    found.map((row) => row.offeringId),
  );
  const entries = found.map(({ capacity, waitlistLimit, total: _total, ...row }) => ({
    ...row,
    designations: designations.get(row.courseId) ?? [],
    seats: { capacity, waitlistLimit, ...countsOf(row.offeringId) },
  }));
  return { entries, total: found[0]?.total ?? 0 };
}

function searchStatement(now: number, filters: CatalogFilters, words: readonly SearchWord[], page: number): SQL {
  const order = filters.byDate ? sql`startsAt, titled desc, score` : sql`titled desc, score, startsAt`;
  return sql`
    with hits as materialized (${hitsOf(words)}),
    coming as materialized (
      select o.*, c.title, c.summary, a.name as area, ${words.length > 0 ? WORDS_OF_TITLE : sql`''`} as title_words,
        ${words.length > 0 ? WORDS_OF_OFFERING : sql`''`} as words
      from offerings o
      join courses c on c.id = o.course_id and c.state = 'published'
      join program_areas a on a.code = c.program_area
      where o.state = 'published' and o.starts_at > ${now} ${conditions(now, filters)}
    ),
    fitting as (
      select o.*, ${holdsParts(sql`title_words`, words)} as titled,
        coalesce((select sum(score) from hits where hits.course_id = o.course_id), 0) as score,
        row_number() over (partition by o.course_id order by o.starts_at, o.id) as nth,
        count(*) over (partition by o.course_id) as many
      from coming o
      where ${isFound(words)}
    )
    select course_id as courseId, title, summary, area, id as offeringId, starts_at as startsAt, ends_at as endsAt,
      time_zone as timeZone, place, modality, approved_minutes as approvedMinutes, price_cents as priceCents,
      capacity, waitlist_limit as waitlistLimit, many - 1 as more, count(*) over () as total,
      (select count(*) from sessions s where s.offering_id = fitting.id) as sessionCount
    from fitting where nth = 1
    order by ${order}, title
    limit ${CATALOG_PAGE_SIZE} offset ${(page - 1) * CATALOG_PAGE_SIZE}`;
}

/** The courses in which the full-text index finds each word, stems and the beginnings of the last one, titles first. */
function hitsOf(words: readonly SearchWord[]): SQL {
  const each = words.map(
    ({ match }, word) => sql`select ${word} as word, course_id, bm25(course_search, 0.0, 10.0, 4.0, 1.0) as score
      from course_search where course_search match ${match}`,
  );
  return each.length > 0 ? sql.join(each, sql` union all `) : sql`select 0 as word, '' as course_id, 0.0 as score`;
}

const WORDS_OF_TITLE = sql`' ' || searchable_text(c.title) || ' '`;

const DESIGNATION_WORDS = sql.join(
  Object.entries(DESIGNATIONS).map(([code, label]) => sql`when ${code} then ${`${code} ${label}`} `),
  sql``,
);

/** What names an offering to come, folded as people type it. Row by row: offerings to come are hundreds. */
const WORDS_OF_OFFERING = sql`' ' || searchable_text(c.title, c.summary, a.name, o.place, o.address, o.in_service_number,
  (select group_concat(name, '; ') from instructors i where i.offering_id = o.id),
  (select group_concat(case d.designation ${DESIGNATION_WORDS} end, '; ')
    from course_designations d where d.course_id = c.id)) || ' '`;

/** Each word is found by the index, or in what names the offering. */
function isFound(words: readonly SearchWord[]): SQL {
  if (words.length === 0) return sql`1`;
  const each = words.map(
    (word, index) => sql`(${holdsParts(sql`o.words`, [word])}
      or exists (select 1 from hits where hits.word = ${index} and hits.course_id = o.course_id))`,
  );
  return sql.join(each, sql` and `);
}

function conditions(now: number, filters: CatalogFilters): SQL {
  const { area, designation, audience, modality, host, from, to, onlyOpen } = filters;
  const parts = [
    area && sql`and c.program_area = ${area}`,
    designation &&
      sql`and exists (select 1 from course_designations d where d.course_id = c.id and d.designation = ${designation})`,
    audience &&
      sql`and exists (select 1 from course_audiences u where u.course_id = c.id and u.audience in (${sharingWork(audience)}))`,
    modality && sql`and o.modality = ${modality}`,
    host && sql`and o.host_organisation_id = ${host}`,
    from && sql`and o.starts_at >= ${startOfDate(from, REGION_TIME_ZONE)}`,
    to && sql`and o.starts_at < ${startOfDate(addDays(to, 1), REGION_TIME_ZONE)}`,
    onlyOpen && openSeats(now),
  ];
  return sql.join(
    parts.filter((part): part is SQL => Boolean(part)),
    sql` `,
  );
}

/** Audiences that share a kind of work with this one: a course for all certificated staff is for teachers, too. */
const sharingWork = (audience: string): SQL => sql`
  select a.code from audiences a, json_each(a.role_kinds) kind, audiences chosen, json_each(chosen.role_kinds) wanted
  where chosen.code = ${audience} and kind.value = wanted.value`;

/** The rule of `seats.ts` as a condition: registration is open, a seat is free and nobody waits for it (R1, R2). */
function openSeats(now: number): SQL {
  const held = sql.join(
    SEAT_STATUSES.map((status) => sql`${status}`),
    sql`, `,
  );
  return sql`and coalesce(o.registration_opens_at, ${now}) <= ${now}
    and coalesce(o.registration_closes_at, o.starts_at) > ${now}
    and o.capacity > (select count(*) from registrations r where r.offering_id = o.id and r.status in (${held}))
    and not exists (select 1 from registrations r where r.offering_id = o.id and r.status = 'waitlisted')`;
}
