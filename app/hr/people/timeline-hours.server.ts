import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { UNDER_WAY } from "~/credits/claims/claim-status";
import { parseCredit } from "~/credits/ledger/ledger.server";
import { isAffiliatedOn, isSeenBy } from "~/hr/hr-scope.server";
import { readRules } from "~/hr/local-rules/judged-people.server";
import { salaryYearOn } from "~/hr/local-rules/local-rule";
import { WAITING_CLAIM_WORDS, WAITING_CLAIMS, type WaitingClaim } from "~/hr/salary/open-claim";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import type { Reader } from "~/platform/database/database.server";
import { zoneDate } from "~/platform/database/zone-date.server";
import { formatClockHours, formatPlainDate } from "~/platform/format";
import { dateOf } from "~/platform/time/time-zone";
import type { TimelineLine, TimelineOf } from "./timeline";

/** Claims that are not posted: those that wait for the person, and those that wait for the registrar. */
const NOT_POSTED = [...new Set([...WAITING_CLAIMS, ...UNDER_WAY])];

/** Hours as they were posted, and each correction with what it corrects (T7); each by the day on which the version says they were completed. */
export function listHoursLines(db: Reader, of: TimelineOf): TimelineLine[] {
  const organisationIds = [...of.organisations.keys()];
  const versions = db
    .select()
    .from(credits)
    .where(and(eq(credits.personId, of.personId), isSeenBy(organisationIds)))
    .orderBy(asc(credits.version))
    .all()
    .map(parseCredit);
  const before = new Map<string, number>();
  return versions.map(({ id, claimId, awardId, version, minutes, completedOn, postedAt, snapshot }) => {
    const source = claimId ?? awardId ?? id;
    const old = before.get(source);
    before.set(source, minutes);
    const now = formatClockHours(minutes);
    const completed = `completed ${formatPlainDate(completedOn)}`;
    const what =
      version === 1
        ? `${snapshot.course.title}: ${now} posted, ${completed}`
        : `${snapshot.course.title}: corrected to ${now}${old === undefined || old === minutes ? "" : `, before ${formatClockHours(old)}`}, ${completed}`;
    return { key: `hours ${id}`, kind: "hours", day: dateOf(postedAt, of.timeZone), at: postedAt, what, to: "#hours" };
  });
}

/** Hours that are earned and not posted, with what they wait for. */
export function listClaimLines(db: Reader, of: TimelineOf): TimelineLine[] {
  const endedOn = zoneDate(offerings.endsAt, offerings.timeZone) as SQL<string>;
  const rows = db
    .select({ claim: claims, title: courses.title, endedOn: endedOn.as("ended_on") })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        eq(claims.personId, of.personId),
        inArray(claims.status, NOT_POSTED),
        isAffiliatedOn([...of.organisations.keys()], claims.personId, endedOn),
      ),
    )
    .all();
  const addressOf = openClaimsAddress(db, of);
  return rows.map(({ claim: { id, status, updatedAt }, title, endedOn: day }) => {
    const waits = WAITING_CLAIM_WORDS[status as WaitingClaim] as string | undefined;
    const what = `${title}, ended ${formatPlainDate(day)}: ${waits ? `not posted, still ${waits}` : "not posted yet, with the registrar"}`;
    const at = updatedAt;
    return {
      key: `claim ${id}`,
      kind: "claim",
      day: dateOf(at, of.timeZone),
      at,
      what,
      to: waits ? addressOf(day) : null,
    };
  });
}

/** Where the claims of the salary year that holds a day stand, of the organisation to which the person belonged on it. */
function openClaimsAddress(db: Reader, { affiliations, organisations }: TimelineOf): (day: string) => string | null {
  const rulesOf = new Map([...organisations.keys()].map((id) => [id, readRules(db, id)]));
  return (day) => {
    const id = affiliationOn(affiliations, day)?.organisationId;
    const known = id === undefined ? undefined : rulesOf.get(id);
    if (id === undefined || !known) return null;
    const year = salaryYearOn(day, known.rules, known.cutoff);
    return `/hr/salary/claims?organization=${id}&year=${year}`;
  };
}
