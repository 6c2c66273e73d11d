import { asc, desc, eq } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import { listDesignations } from "~/catalog/offerings/offering-parts.server";
import { legalNameOf } from "~/people/persons/name";
import { canonicalJson } from "~/platform/canonical-json";
import { sha256 } from "~/platform/secrets/codes.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { approvalYearOf, dateOf } from "~/platform/time/time-zone";
import type { Claim } from "~/credits/claims/claim-row.server";
import { listFormerNames } from "~/people/persons/former-name.server";
import { getPerson } from "~/people/persons/person.server";
import { rowOf } from "~/platform/database/rows.server";
import { type CreditSnapshot, creditedDesignations } from "./credit-snapshot";

export type Credit = typeof credits.$inferSelect;

/** The hash of a version: SHA-256 over the previous version's hash and the canonical snapshot (T7). */
export function chainHash(previousHash: string | null, snapshot: string): string {
  return sha256(`${previousHash ?? ""}\n${snapshot}`);
}

/** The version of a claim's credit that stands; null while nothing is posted. */
export function findNewestCredit(db: Reader, claimId: string): Credit | null {
  return newestFirst(db, claimId).get() ?? null;
}

/**
 * The same of a claim that was posted.
 * @throws Error when nothing is posted
 */
export function getNewestCredit(db: Reader, claimId: string): Credit {
  return rowOf(newestFirst(db, claimId), `credit of claim ${claimId}`);
}

const newestFirst = (db: Reader, claimId: string) =>
  db.select().from(credits).where(eq(credits.claimId, claimId)).orderBy(desc(credits.version)).limit(1);

/** Every version of a claim's credit, oldest first, without its snapshot. */
export function listVersions(db: Reader, claimId: string) {
  const { id, version, minutes, postedAt, reason, hash } = credits;
  return db
    .select({ id, version, minutes, postedAt, reason, hash })
    .from(credits)
    .where(eq(credits.claimId, claimId))
    .orderBy(asc(credits.version))
    .all();
}

/** Writes a version of a claim's credit: the first, or one that supersedes the previous for a reason (T7). */
export function insertCredit(
  tx: Transaction,
  ctx: ActorContext,
  claimId: string,
  snapshot: CreditSnapshot,
  { previous, reason }: { previous: Credit | null; reason?: string },
): string {
  const text = canonicalJson(snapshot);
  const id = newId();
  tx.insert(credits)
    .values({
      id,
      claimId,
      version: (previous?.version ?? 0) + 1,
      personId: snapshot.educator.personId,
      offeringId: snapshot.offering.id,
      minutes: snapshot.minutes,
      completedOn: snapshot.offering.completedOn,
      snapshot: text,
      hash: chainHash(previous?.hash ?? null, text),
      previousHash: previous?.hash ?? null,
      postedAt: ctx.now,
      postedBy: ctx.actor.personId,
      reason: reason ?? null,
    })
    .run();
  return id;
}

/** Everything that a transcript would show of so many minutes of a claim, as it is now (D2, D3). */
export function takeSnapshot(
  tx: Transaction,
  claim: Claim,
  { offering, courseTitle, provider, instructors }: PublishedFacts,
  minutes: number,
): CreditSnapshot {
  const person = getPerson(tx, claim.personId);
  const startedOn = dateOf(offering.startsAt, offering.timeZone);
  const completedOn = dateOf(offering.endsAt, offering.timeZone);
  const designations = listDesignations(tx, offering.id).map(({ designation, minutes: counted }) => ({
    code: designation,
    minutes: counted,
  }));
  return {
    educator: {
      personId: person.id,
      legalName: legalNameOf(person),
      formerNames: listFormerNames(tx, person.id),
      certificateNumber: person.certificateNumber,
    },
    course: { title: courseTitle },
    offering: {
      id: offering.id,
      inServiceNumber: offering.inServiceNumber,
      startedOn,
      completedOn,
      approvedMinutes: offering.approvedMinutes,
    },
    provider: {
      id: provider.id,
      name: provider.name,
      approvalYear: approvalYearOf(startedOn),
      designeeName: provider.designeeName,
      designeeTitle: provider.designeeTitle,
    },
    instructors: instructors.map(({ name }) => name),
    minutes,
    designations: creditedDesignations(designations, minutes),
  };
}
