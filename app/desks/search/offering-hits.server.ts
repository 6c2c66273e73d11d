import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { offeringHolds } from "~/catalog/courses/titled.server";
import { placeInWords } from "~/catalog/offerings/place";
import type { Reach } from "~/desks/people/person-scope.server";
import { contains, holdsTyped } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { formatDate } from "~/platform/format";
import { foldCode, LONGEST_SEARCH } from "~/platform/text/fold";
import { groupOf, type HitGroup, MOST_HITS } from "./search-hits";

/** Everybody sees these: as `getPublicOffering` has it. */
const isPublic = and(inArray(offerings.state, ["published", "cancelled"]), isNotNull(offerings.publishedAt));

const COLUMNS = {
  id: offerings.id,
  providerId: offerings.providerId,
  title: courses.title,
  inServiceNumber: offerings.inServiceNumber,
  place: offerings.place,
  modality: offerings.modality,
  startsAt: offerings.startsAt,
  timeZone: offerings.timeZone,
};

/** Offerings by title, in-service number, place and address: those of the reader's desks, and what everybody may see. */
export function findOfferings(tx: Reader, reach: Reach, now: number, q: string): HitGroup {
  const theirs = or(
    isPublic,
    inArray(offerings.providerId, [...reach.coordinatorOf]),
    inArray(offerings.id, [...reach.facilitated]),
  );
  const words = offeringHolds(tx, q, offerings.inServiceNumber, offerings.place, offerings.address);
  const rows = selectOfferings(tx, now, and(theirs, words));
  const hits = rows.map((row) => ({ ...describe(row), to: pageOf(row, reach), codes: [row.inServiceNumber] }));
  const all = `/coordinator?${new URLSearchParams({ q, when: "all" }).toString()}`;
  return groupOf("offerings", hits, reach.coordinatorOf.length > 0 ? all : null);
}

/** Offerings of the providers that the reader coordinates by part of their claim code, which nobody else is shown. */
export function findClaimCodes(tx: Reader, reach: Reach, now: number, q: string): HitGroup {
  const theirs = inArray(offerings.providerId, [...reach.coordinatorOf]);
  const rows = selectOfferings(tx, now, and(theirs, hasClaimCode(q)));
  const hits = rows.map((row) => {
    const { label, about, ...hit } = describe(row);
    const to = `/coordinator/offerings/${row.id}`;
    return { ...hit, to, label: row.claimCode ?? "", about: `${label} · ${about}`, codes: [row.claimCode] };
  });
  return groupOf("claim-codes", hits, null);
}

/** Words of two letters would find codes by chance. */
const SHORTEST_CODE_PART = 3;

function hasClaimCode(typed: string): SQL {
  const bare = foldCode(typed.slice(0, LONGEST_SEARCH));
  return [...bare].length < SHORTEST_CODE_PART ? sql`0` : contains(offerings.claimCode, bare);
}

/** Courses by title: those that the reader coordinates, and published ones. */
export function findCourses(tx: Reader, { coordinatorOf }: Reach, q: string): HitGroup {
  const { id, title, providerId, summary } = courses;
  const rows = tx
    .select({ id, title, providerId, summary })
    .from(courses)
    .where(
      and(or(eq(courses.state, "published"), inArray(providerId, [...coordinatorOf])), holdsTyped(q, courses.title)),
    )
    .orderBy(byLetters(title), id)
    .limit(MOST_HITS + 1)
    .all();
  const hits = rows.map((row) => ({
    id: row.id,
    to: coordinatorOf.includes(row.providerId) ? `/coordinator/courses/${row.id}` : `/courses/${row.id}`,
    label: row.title,
    about: row.summary,
    codes: [],
  }));
  const list = coordinatorOf.length > 0 ? "/coordinator/courses" : "/catalog";
  return groupOf("courses", hits, `${list}?${new URLSearchParams({ q }).toString()}`);
}

/** What is nearest in time comes first, on either side of now. */
function selectOfferings(tx: Reader, now: number, where: SQL | undefined) {
  return tx
    .select({ ...COLUMNS, claimCode: offerings.claimCode })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(where)
    .orderBy(sql`abs(coalesce(${offerings.startsAt}, 0) - ${now})`, offerings.id)
    .limit(MOST_HITS + 1)
    .all();
}

type OfferingRow = ReturnType<typeof selectOfferings>[number];

function describe({ id, title, inServiceNumber, place, modality, startsAt, timeZone }: OfferingRow) {
  const day = startsAt === null ? "No dates yet" : formatDate(startsAt, timeZone);
  const about = [day, inServiceNumber, placeInWords(place, modality)].filter(Boolean).join(" · ");
  return { id, label: title, about };
}

/** The page of an offering at the reader's own desk; everybody's page for others. */
function pageOf({ id, providerId }: OfferingRow, { coordinatorOf, facilitated }: Reach): string {
  if (coordinatorOf.includes(providerId)) return `/coordinator/offerings/${id}`;
  return facilitated.includes(id) ? `/facilitator/offerings/${id}` : `/offerings/${id}`;
}
