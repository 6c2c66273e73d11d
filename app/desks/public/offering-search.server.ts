import { type SQL, sql } from "drizzle-orm";
import { listCourseDesignations } from "~/catalog/courses/course-designations.server";
import { type Designation, DESIGNATIONS } from "~/catalog/courses/designation";
import type { Modality } from "~/catalog/offerings/offering-state";
import { holdsParts } from "~/catalog/courses/found-words.server";
import { searchWordsOf, type SearchWord } from "~/catalog/courses/search-words";
import type { Reader } from "~/platform/database/database.server";
import { catalogConditions, type Looking } from "./catalog-conditions.server";
import type { CatalogFilters } from "./catalog-filters";
import { countStatuses } from "~/registration/seats/registration-row.server";
import type { SeatCounts } from "~/registration/seats/seats";
import { type RegistrationWindow, registrationWindowAt, type WindowState } from "~/registration/seats/window";

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
  window: WindowState;
  registrationOpensAt: number | null;
  seats: SeatCounts;
}

type FoundRow = Omit<CatalogEntry, "designations" | "seats" | "window"> &
  Omit<RegistrationWindow, "startsAt"> & {
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
  looking: Looking,
  filters: CatalogFilters,
  page: number,
  size = CATALOG_PAGE_SIZE,
): { entries: CatalogEntry[]; total: number } {
  const words = searchWordsOf(filters.words);
  if (filters.words.trim() !== "" && words.length === 0) return { entries: [], total: 0 };
  const found = db.all<FoundRow>(searchStatement(looking, filters, words, { page, size }));
  const designations = listCourseDesignations(
    db,
    found.map((row) => row.courseId),
  );
  const countsOf = countStatuses(
    db,
    found.map((row) => row.offeringId),
  );
  const entries = found.map(({ capacity, waitlistLimit, total: _total, state, firstOpensAt, firstFor, ...row }) => ({
    ...row,
    window: registrationWindowAt({ ...row, state, firstOpensAt, firstFor }, looking.now),
    designations: designations.get(row.courseId) ?? [],
    seats: { capacity, waitlistLimit, ...countsOf(row.offeringId) },
  }));
  return { entries, total: found[0]?.total ?? 0 };
}

/**
 * What fits is found, put in order and counted by ids; only what is shown is read whole. Of a course the offering that begins first
 * stands for it, of two that begin together always the same: instants have as many digits for centuries, so that text is in their order.
 */
function searchStatement(
  looking: Looking,
  filters: CatalogFilters,
  words: readonly SearchWord[],
  { page, size }: { page: number; size: number },
): SQL {
  const order = filters.order === "fit" ? sql`titled desc, score, starts_at` : sql`starts_at, titled desc, score`;
  const isSought = words.length > 0;
  return sql`
    with hits as materialized (${hitsOf(words)}),
    coming as materialized (
      select o.id, o.course_id, o.starts_at, c.title, ${isSought ? WORDS_OF_TITLE : sql`''`} as title_words,
        ${isSought ? WORDS_OF_OFFERING : sql`''`} as words
      from offerings o
      join courses c on c.id = o.course_id and c.state = 'published'
      left join program_areas a on a.code = c.program_area
      where o.state = 'published' and o.starts_at > ${looking.now} ${catalogConditions(looking, filters)}
    ),
    fitting as (
      select o.title, ${holdsParts(sql`title_words`, words)} as titled, ${isSought ? SCORE : sql`0`} as score,
        min(o.starts_at) as starts_at, min(o.starts_at || ' ' || o.id) as first, count(*) as many
      from coming o
      where ${isFound(words)}
      group by o.course_id
    ),
    shown as materialized (
      select substr(first, instr(first, ' ') + 1) as id, titled, score, many, count(*) over () as total from fitting
      order by ${order}, title
      limit ${size} offset ${(page - 1) * size}
    )
    select course_id as courseId, title, summary, a.name as area, o.id as offeringId, starts_at as startsAt,
      ends_at as endsAt, time_zone as timeZone, place, modality, approved_minutes as approvedMinutes,
      price_cents as priceCents, capacity, waitlist_limit as waitlistLimit, o.state,
      registration_opens_at as registrationOpensAt, registration_closes_at as registrationClosesAt,
      first_opens_at as firstOpensAt, first_for as firstFor, many - 1 as more, total,
      (select count(*) from sessions s where s.offering_id = o.id) as sessionCount
    from shown
    join offerings o on o.id = shown.id
    join courses c on c.id = o.course_id
    join program_areas a on a.code = c.program_area
    order by ${order}, title`;
}

/** The courses in which the full-text index finds each word, stems and the beginnings of the last one, titles first. */
function hitsOf(words: readonly SearchWord[]): SQL {
  const each = words.map(
    ({ match }, word) => sql`select ${word} as word, course_id, bm25(course_search, 0.0, 10.0, 4.0, 1.0) as score
      from course_search where course_search match ${match}`,
  );
  return each.length > 0 ? sql.join(each, sql` union all `) : sql`select 0 as word, '' as course_id, 0.0 as score`;
}

const SCORE = sql`coalesce((select sum(score) from hits where hits.course_id = o.course_id), 0)`;

const WORDS_OF_TITLE = sql`' ' || folded_once(c.title) || ' '`;

const DESIGNATION_WORDS = sql.join(
  Object.entries(DESIGNATIONS).map(([code, label]) => sql`when ${code} then ${`${code} ${label}`} `),
  sql``,
);

/** What names an offering to come, folded as people type it. Row by row: offerings to come are hundreds. */
const WORDS_OF_OFFERING = sql`' ' || folded_once(c.title, c.summary, a.name, o.place, o.address, o.in_service_number,
  (select group_concat(name, '; ') from instructors i where i.offering_id = o.id),
  (select group_concat(case given.designation ${DESIGNATION_WORDS} end, '; ') from (
    select d.designation from course_designations d where d.course_id = c.id
    union select d.designation from offering_designations d where d.offering_id = o.id) given)) || ' '`;

/** Each word is found by the index, or in what names the offering. */
function isFound(words: readonly SearchWord[]): SQL {
  if (words.length === 0) return sql`1`;
  const each = words.map(
    (word, index) => sql`(${holdsParts(sql`o.words`, [word])}
      or exists (select 1 from hits where hits.word = ${index} and hits.course_id = o.course_id))`,
  );
  return sql.join(each, sql` and `);
}
