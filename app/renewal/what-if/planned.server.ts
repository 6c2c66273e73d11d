import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { courses, offeringDesignations, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { hoursDecisions } from "#drizzle/schema/microcredentials/hours";
import { providers } from "#drizzle/schema/providers";
import { registrations } from "#drizzle/schema/registration";
import { listGivers } from "~/catalog/providers/designation-permission.server";
import { creditedDesignations } from "~/credits/ledger/credit-snapshot";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { EarnedHours } from "~/renewal/progress/renewal-sources";

/** Hours that may come, and the page on which they are told of. */
export type PlannedHours = EarnedHours & { href: string };

/** Hours of somebody's seats that are not posted: as claimed, where they are, else as earned or approved. Asks nobody for permission. */
export function listPlannedHours(db: Reader, personId: string): PlannedHours[] {
  const rows = db
    .select({ offeringId: registrations.offeringId, requested: claims.requestedMinutes, earned: claims.earnedMinutes })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .leftJoin(claims, and(eq(claims.offeringId, registrations.offeringId), eq(claims.personId, registrations.personId)))
    .where(
      and(
        eq(registrations.personId, personId),
        inArray(registrations.status, ["registered", "attended", "partial"]),
        eq(offerings.state, "published"),
        or(isNull(claims.status), notInArray(claims.status, ["posted", "void"])),
      ),
    )
    .all();
  const minutesOf = new Map(rows.map((row) => [row.offeringId, row.requested ?? row.earned]));
  return listOfferedHours(db, [...minutesOf.keys()]).map((hours) => {
    const minutes = minutesOf.get(hours.id) ?? hours.minutes;
    return { ...hours, minutes, designations: creditedDesignations(hours.designations, minutes) };
  });
}

/** What published offerings would give to whoever takes all of them, soonest first. Four statements. */
export function listOfferedHours(db: Reader, offeringIds: readonly string[]): PlannedHours[] {
  if (offeringIds.length === 0) return [];
  const ids = [...offeringIds];
  const rows = db
    .select({ offering: offerings, title: courses.title, provider: providers.name })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(and(inArray(offerings.id, ids), eq(offerings.state, "published")))
    .orderBy(asc(offerings.startsAt), asc(offerings.id))
    .all();
  const designations = db
    .select()
    .from(offeringDesignations)
    .where(inArray(offeringDesignations.offeringId, ids))
    .all();
  const byOffering = Map.groupBy(designations, ({ offeringId }) => offeringId);
  const givers = listGivers(db, [...new Set(rows.map(({ offering }) => offering.providerId))]);
  return rows.map(({ offering, title, provider }) => ({
    id: offering.id,
    href: `/offerings/${offering.id}`,
    title,
    provider,
    startedOn: dateOf(offering.startsAt ?? 0, offering.timeZone),
    completedOn: dateOf(offering.endsAt ?? 0, offering.timeZone),
    minutes: offering.approvedMinutes ?? 0,
    designations: (byOffering.get(offering.id) ?? []).map(({ designation, minutes }) => ({
      code: designation,
      minutes,
    })),
    modality: offering.modality,
    giver: givers.get(offering.providerId) ?? null,
  }));
}

/** What published micro-credentials would give, awarded today: hours that a committee approved, of no topic (M2). */
export function listAwardedHours({ db, now }: { db: Reader; now: number }): PlannedHours[] {
  const today = dateOf(now, REGION_TIME_ZONE);
  const isActive = and(isNotNull(microcredentialVersions.publishedAt), isNull(microcredentialVersions.replacedAt));
  const rows = db
    .select({
      id: microcredentials.id,
      definition: microcredentialVersions.definition,
      minutes: hoursDecisions.minutes,
    })
    .from(microcredentials)
    .innerJoin(
      microcredentialVersions,
      and(eq(microcredentialVersions.microcredentialId, microcredentials.id), isActive),
    )
    .innerJoin(hoursDecisions, eq(hoursDecisions.versionId, microcredentialVersions.id))
    .where(eq(microcredentials.state, "published"))
    .orderBy(asc(hoursDecisions.decidedAt), asc(hoursDecisions.id))
    .all();
  // The newest decision on a version stands; one that declined has no minutes.
  const newest = new Map(rows.map((row) => [row.id, row]));
  return [...newest.values()].flatMap(({ id, definition, minutes }) =>
    minutes
      ? [
          {
            ...NOTHING_KNOWN,
            id,
            title: definition.title,
            href: `/microcredentials/${id}`,
            minutes,
            startedOn: today,
            completedOn: today,
          },
        ]
      : [],
  );
}

/** Hours of a micro-credential name no topic and nobody who would have to be listed for it. */
const NOTHING_KNOWN = { provider: "", designations: [], modality: null, giver: null };
