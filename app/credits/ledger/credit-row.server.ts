import { asc, desc, eq, type SQL } from "drizzle-orm";
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
import { listFormerNames } from "~/people/names/former-name.server";
import { getPerson } from "~/people/persons/person.server";
import { rowOf } from "~/platform/database/rows.server";
import { type CreditSnapshot, creditedDesignations } from "./credit-snapshot";

export type Credit = typeof credits.$inferSelect;

/** The hash of a version: SHA-256 over the previous version's hash and the canonical snapshot (T7). */
export function chainHash(previousHash: string | null, snapshot: string): string {
  return sha256(`${previousHash ?? ""}\n${snapshot}`);
}

/** What a credit is posted for: a claim of an offering's hours, or an award whose hours a committee approved (M2). */
export type CreditBasis = { claimId: string } | { awardId: string };

/** Condition on `credits`: posted for this. */
export const isOf = (basis: CreditBasis): SQL =>
  "claimId" in basis ? eq(credits.claimId, basis.claimId) : eq(credits.awardId, basis.awardId);

/** What a ledger row is posted for. */
export function basisOf({ claimId, awardId }: Pick<Credit, "claimId" | "awardId">): CreditBasis {
  if (claimId !== null) return { claimId };
  if (awardId !== null) return { awardId };
  throw new Error("A credit rests on a claim or an award.");
}

/** One name for what a credit is posted for, the same for each of its versions. */
export const basisKey = (credit: Pick<Credit, "claimId" | "awardId">): string => Object.values(basisOf(credit)).join();

/** A credit that rests on the claim of an offering's hours. */
export type ClaimCredit = Credit & { claimId: string; offeringId: string };

function ofClaim(credit: Credit): ClaimCredit {
  const { claimId, offeringId } = credit;
  if (claimId === null || offeringId === null) throw new Error("A credit of a claim names it and its offering.");
  return { ...credit, claimId, offeringId };
}

/** The version of a claim's credit that stands; null while nothing is posted. */
export function findNewestCredit(db: Reader, claimId: string): ClaimCredit | null {
  const credit = findNewestOf(db, { claimId });
  return credit && ofClaim(credit);
}

/** The version of a credit that stands, of a claim or an award; null while nothing is posted. */
export function findNewestOf(db: Reader, basis: CreditBasis): Credit | null {
  return newestFirst(db, basis).get() ?? null;
}

/**
 * The same of a claim that was posted.
 * @throws Error when nothing is posted
 */
export function getNewestCredit(db: Reader, claimId: string): ClaimCredit {
  return ofClaim(rowOf(newestFirst(db, { claimId }), `credit of claim ${claimId}`));
}

const newestFirst = (db: Reader, basis: CreditBasis) =>
  db.select().from(credits).where(isOf(basis)).orderBy(desc(credits.version)).limit(1);

/** Every version of a claim's credit, oldest first, without its snapshot. */
export const listVersions = (db: Reader, claimId: string) => listVersionsOf(db, { claimId });

/** The same of a claim or an award. */
export function listVersionsOf(db: Reader, basis: CreditBasis) {
  const { id, version, minutes, postedAt, reason, hash } = credits;
  return db
    .select({ id, version, minutes, postedAt, reason, hash })
    .from(credits)
    .where(isOf(basis))
    .orderBy(asc(credits.version))
    .all();
}

/** Writes a version of a credit: the first, or one that supersedes the previous for a reason (T7). */
export function insertCredit(
  tx: Transaction,
  ctx: ActorContext,
  basis: CreditBasis,
  snapshot: CreditSnapshot,
  { previous, reason }: { previous: Credit | null; reason?: string },
): string {
  const text = canonicalJson(snapshot);
  const id = newId();
  tx.insert(credits)
    .values({
      id,
      ...basis,
      version: (previous?.version ?? 0) + 1,
      personId: snapshot.educator.personId,
      offeringId: "claimId" in basis ? snapshot.offering.id : null,
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
  const startedOn = dateOf(offering.startsAt, offering.timeZone);
  const completedOn = dateOf(offering.endsAt, offering.timeZone);
  const designations = listDesignations(tx, offering.id).map(({ designation, minutes: counted }) => ({
    code: designation,
    minutes: counted,
  }));
  return {
    educator: educatorOfCredit(tx, claim.personId),
    course: { title: courseTitle },
    offering: {
      id: offering.id,
      inServiceNumber: offering.inServiceNumber,
      startedOn,
      completedOn,
      approvedMinutes: offering.approvedMinutes,
    },
    provider: providerOfCredit(provider, startedOn),
    instructors: instructors.map(({ name }) => name),
    minutes,
    designations: creditedDesignations(designations, minutes),
  };
}

/** The person as a credit names them (D2). */
export function educatorOfCredit(tx: Transaction, personId: string): CreditSnapshot["educator"] {
  const person = getPerson(tx, personId);
  return {
    personId,
    legalName: legalNameOf(person),
    formerNames: listFormerNames(tx, personId),
    certificateNumber: person.certificateNumber,
  };
}

/** The provider as a credit names it, in the approval year that holds a day (A3, D3). */
export function providerOfCredit(
  { id, name, designeeName, designeeTitle }: PublishedFacts["provider"],
  day: string,
): CreditSnapshot["provider"] {
  return { id, name, approvalYear: approvalYearOf(day), designeeName, designeeTitle };
}
