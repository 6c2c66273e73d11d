import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { courseAudiences, courses, instructors, offerings } from "#drizzle/schema/catalog";
import { coursePrerequisites } from "#drizzle/schema/course-terms";
import { credits } from "#drizzle/schema/credits";
import { affiliations, organisations } from "#drizzle/schema/people";
import type { Offering } from "~/catalog/offering.server";
import type { Reader } from "~/platform/database.server";
import { dateOf } from "~/platform/time-zone";
import { registrationWindowAt, type WindowState } from "./window";

/** What stands between a person and an offering; all false and empty when nothing does. */
export interface Eligibility {
  window: WindowState;
  /** From when it is open for this person, epoch milliseconds; null when it opened with its publication. */
  opensAt: number | null;
  teaches: boolean;
  outsideAudience: boolean;
  /** Courses whose credit the person still needs. */
  missing: { id: string; title: string }[];
}

type Judged = Pick<
  Offering,
  | "id"
  | "courseId"
  | "state"
  | "registrationOpensAt"
  | "registrationClosesAt"
  | "firstOpensAt"
  | "firstFor"
  | "startsAt"
  | "hostOrganisationId"
  | "audienceOnly"
  | "timeZone"
>;

/** Whether a person may register by themselves for an offering now, and what is in the way. */
export function judgeEligibility(db: Reader, now: number, offering: Judged, personId: string): Eligibility {
  const today = dateOf(now, offering.timeZone);
  const places = listPlaces(db, personId, today);
  const isFirst = places.some(({ organisationId, kind }) =>
    offering.firstFor === "host" ? organisationId === offering.hostOrganisationId : MEMBER_KINDS.includes(kind),
  );
  const isFirstHere = offering.firstFor !== null && isFirst;
  return {
    window: registrationWindowAt(offering, now, { isFirst: isFirstHere }),
    opensAt: isFirstHere ? (offering.firstOpensAt ?? offering.registrationOpensAt) : offering.registrationOpensAt,
    teaches: teaches(db, offering.id, personId),
    outsideAudience: offering.audienceOnly && !isInAudience(db, offering.courseId, places),
    missing: listMissingPrerequisites(db, offering.courseId, personId),
  };
}

/** Whether somebody teaches an offering: they are on its roster as such. */
export function teaches(db: Reader, offeringId: string, personId: string): boolean {
  const row = db
    .select({ id: instructors.id })
    .from(instructors)
    .where(and(eq(instructors.offeringId, offeringId), eq(instructors.personId, personId)))
    .get();
  return row !== undefined;
}

/** Kinds of organisations that the ESD serves as members (domain section 11). */
const MEMBER_KINDS: readonly string[] = ["district", "charter", "compact"];

function listPlaces(db: Reader, personId: string, today: string) {
  return db
    .select({
      organisationId: affiliations.organisationId,
      kind: organisations.kind,
      roleKind: affiliations.roleKind,
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        eq(affiliations.personId, personId),
        lte(affiliations.fromDate, today),
        or(isNull(affiliations.toDate), gte(affiliations.toDate, today)),
      ),
    )
    .all();
}

function isInAudience(db: Reader, courseId: string, places: readonly { roleKind: string }[]): boolean {
  return db
    .select({ audience: courseAudiences.audience })
    .from(courseAudiences)
    .where(eq(courseAudiences.courseId, courseId))
    .all()
    .some(({ audience }) => places.some(({ roleKind }) => roleKind === audience));
}

/** Prerequisites for which the person has no credit above zero in its newest version. */
function listMissingPrerequisites(db: Reader, courseId: string, personId: string) {
  const needed = db
    .select({ id: courses.id, title: courses.title })
    .from(coursePrerequisites)
    .innerJoin(courses, eq(courses.id, coursePrerequisites.prerequisiteId))
    .where(eq(coursePrerequisites.courseId, courseId))
    .orderBy(courses.title)
    .all();
  if (needed.length === 0) return [];
  const held = listCreditedCourses(
    db,
    personId,
    needed.map(({ id }) => id),
  );
  return needed.filter(({ id }) => !held.has(id));
}

function listCreditedCourses(db: Reader, personId: string, courseIds: string[]): Set<string> {
  const newest = new Map<string, { courseId: string; minutes: number; version: number }>();
  const rows = db
    .select({
      claimId: credits.claimId,
      version: credits.version,
      minutes: credits.minutes,
      courseId: offerings.courseId,
    })
    .from(credits)
    .innerJoin(offerings, eq(offerings.id, credits.offeringId))
    .where(and(eq(credits.personId, personId), inArray(offerings.courseId, courseIds)))
    .all();
  for (const row of rows) if (row.version >= (newest.get(row.claimId)?.version ?? 0)) newest.set(row.claimId, row);
  return new Set([...newest.values()].filter(({ minutes }) => minutes > 0).map(({ courseId }) => courseId));
}
