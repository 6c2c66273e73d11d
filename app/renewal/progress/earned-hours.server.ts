import { inArray } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { listGivers } from "~/catalog/providers/designation-permission.server";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import type { Reader } from "~/platform/database/database.server";
import type { EarnedHours } from "./renewal-sources";

/** Somebody's posted hours as renewals and ladders count them, oldest first. Asks nobody for permission. */
export function listEarnedHours(db: Reader, personId: string): EarnedHours[] {
  const credits = listCurrentCredits(db, personId).filter(({ minutes }) => minutes > 0);
  const ids = credits.flatMap(({ offeringId }) => offeringId ?? []);
  const modalities = new Map(
    db
      .select({ id: offerings.id, modality: offerings.modality })
      .from(offerings)
      .where(inArray(offerings.id, ids))
      .all()
      .map(({ id, modality }) => [id, modality]),
  );
  const givers = listGivers(db, [...new Set(credits.map(({ snapshot }) => snapshot.provider.id))]);
  return credits.map(({ id, offeringId, minutes, completedOn, snapshot }) => ({
    id,
    title: snapshot.course.title,
    provider: snapshot.provider.name,
    startedOn: snapshot.offering.startedOn,
    completedOn,
    minutes,
    designations: snapshot.designations,
    modality: modalities.get(offeringId ?? "") ?? null,
    giver: givers.get(snapshot.provider.id) ?? null,
  }));
}
