import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { courses, instructors, offerings } from "#drizzle/schema/catalog";
import { coursePrerequisites } from "#drizzle/schema/course-terms";
import { credits } from "#drizzle/schema/credits";
import { affiliations, organisations } from "#drizzle/schema/people";
import { listCourseAudiences } from "~/catalog/courses/course-designations.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { type AffiliationState, affiliationStateOf } from "~/people/affiliations/affiliation-state";
import type { RoleKind } from "~/people/roles/role";
import type { Reader } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { registrationWindowAt, type WindowState } from "./window";
import { byLetters } from "~/platform/database/letter-order.server";

/** What stands between a person and an offering; all false and empty when nothing does. */
export interface Eligibility {
  window: WindowState;
  /** From when it is open for this person, epoch milliseconds; null when it opened with its publication. */
  opensAt: number | null;
  outsideAudience: boolean;
  /** The organisation that would open it for the person, or admit them, once it confirms that they work there. */
  awaits: string | null;
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

/** The kinds of work that the audiences of a course mean, together. */
const listRoleKindsOf = (db: Reader, courseId: string): Set<RoleKind> =>
  new Set(listCourseAudiences(db, courseId).flatMap(({ roleKinds }) => roleKinds));

/** Whether a person may register by themselves for an offering now, and what is in the way. */
export function judgeEligibility(db: Reader, now: number, offering: Judged, personId: string): Eligibility {
  const workplaces = listWorkplaces(db, personId, dateOf(now, offering.timeZone));
  const confirmed = workplaces.filter((workplace) => workplace.state === "confirmed");
  const isFirst = confirmed.some((workplace) => isFirstFor(offering, workplace));
  const window = registrationWindowAt(offering, now, { isFirst });
  const audience = offering.audienceOnly ? listRoleKindsOf(db, offering.courseId) : null;
  const isInAudience = ({ roleKind }: Workplace) => audience === null || audience.has(roleKind);
  const outsideAudience = audience !== null && !confirmed.some(isInAudience);
  const opensToFirst = window === "not-yet" && registrationWindowAt(offering, now, { isFirst: true }) === "open";
  const helps = (workplace: Workplace) =>
    workplace.state === "unconfirmed" &&
    ((opensToFirst && isFirstFor(offering, workplace)) || (outsideAudience && isInAudience(workplace)));
  return {
    window,
    opensAt: isFirst ? (offering.firstOpensAt ?? offering.registrationOpensAt) : offering.registrationOpensAt,
    outsideAudience,
    awaits: workplaces.find(helps)?.name ?? null,
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

/** Where somebody works on a day. */
interface Workplace {
  organisationId: string;
  name: string;
  kind: string;
  roleKind: RoleKind;
  /** Only what is confirmed counts; what waits for it is named to the person. */
  state: AffiliationState;
}

function isFirstFor({ firstFor, hostOrganisationId }: Judged, { organisationId, kind }: Workplace): boolean {
  if (firstFor === null) return false;
  return firstFor === "host" ? organisationId === hostOrganisationId : MEMBER_KINDS.includes(kind);
}

function listWorkplaces(db: Reader, personId: string, today: string): Workplace[] {
  return db
    .select({
      organisationId: affiliations.organisationId,
      name: organisations.name,
      kind: organisations.kind,
      roleKind: affiliations.roleKind,
      confirmedAt: affiliations.confirmedAt,
      disownedAt: affiliations.disownedAt,
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
    .orderBy(affiliations.id)
    .all()
    .map(({ confirmedAt, disownedAt, ...workplace }) => ({
      ...workplace,
      state: affiliationStateOf({ confirmedAt, disownedAt }),
    }));
}

/** Prerequisites for which the person has no credit above zero in its newest version. */
function listMissingPrerequisites(db: Reader, courseId: string, personId: string) {
  const needed = db
    .select({ id: courses.id, title: courses.title })
    .from(coursePrerequisites)
    .innerJoin(courses, eq(courses.id, coursePrerequisites.prerequisiteId))
    .where(eq(coursePrerequisites.courseId, courseId))
    .orderBy(byLetters(courses.title))
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
      offeringId: offerings.id,
      version: credits.version,
      minutes: credits.minutes,
      courseId: offerings.courseId,
    })
    .from(credits)
    .innerJoin(offerings, eq(offerings.id, credits.offeringId))
    .where(and(eq(credits.personId, personId), inArray(offerings.courseId, courseIds)))
    .all();
  for (const row of rows)
    if (row.version >= (newest.get(row.offeringId)?.version ?? 0)) newest.set(row.offeringId, row);
  return new Set([...newest.values()].filter(({ minutes }) => minutes > 0).map(({ courseId }) => courseId));
}
