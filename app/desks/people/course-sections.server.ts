import { and, desc, eq, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { providers } from "#drizzle/schema/providers";
import { registrations } from "#drizzle/schema/registration";
import { listMarks } from "~/attendance/marks/mark-rows.server";
import { derivePresence } from "~/attendance/presence/presence";
import { describePresence } from "~/attendance/presence/presence-words";
import { withSteps } from "~/catalog/steps/listed-steps.server";
import { creditNumber, creditTitle } from "~/credits/ledger/credit-words.server";
import { isNewestVersion } from "~/credits/ledger/ledger.server";
import { isSeenBy } from "~/hr/hr-scope.server";
import type { Reader } from "~/platform/database/database.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { queuePosition } from "~/registration/seats/registration-row.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { type PersonScope, providersIn } from "./person-scope";

/** Condition on `offerings`: the actor sees the person's claims, hours and money of it. */
export function ofMyProviders(scope: PersonScope): SQL | undefined {
  return scope.everything ? undefined : inArray(offerings.providerId, providersIn(scope));
}

/** Condition on `offerings`: the actor sees the person's place in it and their attendance. */
export function ofMyOfferings(scope: PersonScope): SQL | undefined {
  if (scope.everything) return undefined;
  return or(ofMyProviders(scope), inArray(offerings.id, [...scope.facilitated]));
}

const named = {
  offeringId: offerings.id,
  providerId: offerings.providerId,
  provider: providers.shortName,
  title: courses.title,
  inServiceNumber: offerings.inServiceNumber,
  timeZone: offerings.timeZone,
};

/** A person's registrations that the actor may see, the latest offering first, at most `most`. */
export function listRegistrationsOf(db: Reader, scope: PersonScope, personId: string, most: number) {
  const { id, status, offerExpiresAt } = registrations;
  return newest(
    db
      .select({ inAll, ...named, id, status, offerExpiresAt, position: queuePosition, startsAt: offerings.startsAt })
      .from(registrations)
      .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .innerJoin(providers, eq(providers.id, offerings.providerId))
      .where(and(eq(registrations.personId, personId), ofMyOfferings(scope)))
      .orderBy(desc(offerings.startsAt), desc(registrations.id))
      .limit(most)
      .all(),
  );
}

/** How a person was there, session by session, as far as the actor may see it; the latest first. Three statements at most. */
export function listAttendanceOf(
  db: Reader,
  scope: PersonScope,
  personId: string,
  { now, most }: { now: number; most: number },
) {
  const onRoster = db
    .select({ id: registrations.offeringId })
    .from(registrations)
    .where(and(eq(registrations.personId, personId), inArray(registrations.status, [...ROSTER_STATUSES])));
  const { rows, total } = newest(
    db
      .select({
        inAll,
        ...named,
        id: sessions.id,
        startsAt: sessions.startsAt,
        endsAt: sessions.endsAt,
        ownMinutes: sessions.ownMinutes,
      })
      .from(sessions)
      .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .innerJoin(providers, eq(providers.id, offerings.providerId))
      .where(and(inArray(sessions.offeringId, onRoster), lte(sessions.startsAt, now), ofMyOfferings(scope)))
      .orderBy(desc(sessions.startsAt), desc(sessions.id))
      .limit(most)
      .all(),
  );
  const ids = rows.map((row) => row.id);
  const marks = Map.groupBy(listMarks(db, ids, personId), (mark) => mark.sessionId);
  return {
    total,
    rows: withSteps(db, rows).map((row) => {
      const { tone, text, lateness } = describePresence(derivePresence(row, marks.get(row.id) ?? []), row);
      return { ...row, tone, text, lateness };
    }),
  };
}

/** A person's claims that the actor may see, the newest first, at most `most`. */
export function listClaimsOf(db: Reader, scope: PersonScope, personId: string, most: number) {
  const { id, status, earnedMinutes, requestedMinutes, claimedAt } = claims;
  return newest(
    db
      .select({ inAll, ...named, id, status, earnedMinutes, requestedMinutes, claimedAt })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .innerJoin(providers, eq(providers.id, offerings.providerId))
      .where(and(eq(claims.personId, personId), ofMyProviders(scope)))
      .orderBy(desc(claims.createdAt), desc(claims.id))
      .limit(most)
      .all(),
  );
}

/** A person's posted hours as they stand now that the actor may see, the latest completion first, with their sum. */
export function listCreditsOf(db: Reader, scope: PersonScope, personId: string, most: number) {
  const { id, claimId, awardId, minutes, completedOn, version } = credits;
  const posted = inArray(providers.id, providersIn(scope));
  const mine = scope.everything ? undefined : or(posted, isSeenBy(scope.hrOf));
  const words = { title: creditTitle, inServiceNumber: creditNumber };
  const by = { providerId: providers.id, provider: providers.shortName };
  const sum = sql<number>`sum(${credits.minutes}) over ()`;
  const rows = db
    .select({ inAll, sum, ...words, ...by, id, claimId, awardId, minutes, completedOn, version })
    .from(credits)
    .leftJoin(offerings, eq(offerings.id, credits.offeringId))
    .leftJoin(courses, eq(courses.id, offerings.courseId))
    .leftJoin(awards, eq(awards.id, credits.awardId))
    .innerJoin(providers, sql`${providers.id} = coalesce(${offerings.providerId}, ${awards.providerId})`)
    .where(and(eq(credits.personId, personId), isNewestVersion, mine))
    .orderBy(desc(credits.completedOn), desc(credits.id))
    .limit(most)
    .all();
  const found = newest(rows.map(({ sum: _sum, ...row }) => row));
  return { ...found, minutes: rows[0]?.sum ?? 0 };
}
