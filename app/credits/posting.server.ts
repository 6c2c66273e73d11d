import { and, asc, eq, inArray } from "drizzle-orm";
import { courses, instructors, offeringDesignations, offerings, providers } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { formerNames, persons } from "#drizzle/schema/people";
import { policyOf } from "~/catalog/provider-policy.server";
import { DESIGNATIONS, type Designation } from "~/catalog/designation";
import { legalNameOf } from "~/people/name";
import { canonicalJson } from "~/platform/canonical-json";
import { sha256 } from "~/platform/codes.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/platform/outbox.server";
import { approvalYearOf, dateOf } from "~/platform/time-zone";
import { addressee } from "~/registration/offering-message.server";
import { changeClaim, type Claim } from "./claim-row.server";
import { type CreditSnapshot, creditedDesignations } from "./credit-snapshot";
import { missingGates } from "./gates";
import type { ClaimRefusal } from "./refusal";

type Offering = typeof offerings.$inferSelect;

/**
 * The registrar verifies claims and posts their credits (T3, T7). Claims that are posted already count as done, so a
 * repetition posts nothing twice (T9). Nothing is posted when one of them cannot be.
 *
 * @returns the ids of the credits that were posted now
 */
export function postClaims(
  ctx: ActorContext & { scopeIds: string[] },
  claimIds: readonly string[],
): Outcome<string[], ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const rows = tx
      .select({ claim: claims, offering: offerings })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .where(and(inArray(claims.id, [...claimIds]), inArray(offerings.providerId, ctx.scopeIds)))
      .orderBy(asc(claims.id))
      .all();
    if (rows.length !== new Set(claimIds).size) return refuse("unknown-claim");
    const due = rows.filter(({ claim }) => claim.status !== "posted");
    for (const { claim, offering } of due) {
      const reason = whyNotPostable(tx, claim, offering);
      if (reason) return refuse(reason);
    }
    return ok(due.map(({ claim, offering }) => postCredit(tx, ctx, claim, offering)));
  });
}

/** The registrar returns a claim with a reason; the person is told and can claim anew. */
export function returnClaim(
  ctx: ActorContext & { scopeIds: string[] },
  input: { claimId: string; reason: string },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = tx
      .select({ claim: claims, title: courses.title, providerName: providers.name })
      .from(claims)
      .innerJoin(offerings, eq(offerings.id, claims.offeringId))
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .innerJoin(providers, eq(providers.id, offerings.providerId))
      .where(and(eq(claims.id, input.claimId), inArray(offerings.providerId, ctx.scopeIds)))
      .get();
    if (!row) return refuse("unknown-claim");
    if (!["claimed", "evaluated", "settled", "verified"].includes(row.claim.status)) return refuse("not-verifiable");
    const returned = changeClaim(tx, ctx, row.claim, "returned", { reason: input.reason });
    const { personName, ...to } = addressee(tx, returned.personId);
    enqueueMessage(tx, ctx, {
      kind: "claim-returned",
      subjectId: returned.id,
      occasion: String(ctx.now),
      ...to,
      payload: {
        personName,
        providerName: row.providerName,
        offeringTitle: row.title,
        claimedHours: formatHours(returned.requestedMinutes ?? 0),
        registrarName: ctx.actor.name,
        reason: input.reason,
        actionUrl: `${origin}/claims/${returned.id}`,
      },
    });
    return ok(returned);
  });
}

function whyNotPostable(tx: Transaction, claim: Claim, offering: Offering): ClaimRefusal | null {
  if (!["claimed", "evaluated", "settled", "verified"].includes(claim.status)) return "not-verifiable";
  if (missingGates(claim, policyOf(tx, offering)).length > 0) return "gates-open";
  return claim.requestedMinutes! > claim.earnedMinutes ? "more-than-earned" : null;
}

function postCredit(tx: Transaction, ctx: ActorContext, claim: Claim, offering: Offering): string {
  const verified = claim.status === "verified" ? claim : changeClaim(tx, ctx, claim, "verified");
  changeClaim(tx, ctx, verified, "posted");
  const snapshot = takeSnapshot(tx, claim, offering);
  const text = canonicalJson(snapshot);
  const id = newId();
  tx.insert(credits)
    .values({
      id,
      claimId: claim.id,
      version: 1,
      personId: claim.personId,
      offeringId: offering.id,
      minutes: snapshot.minutes,
      completedOn: snapshot.offering.completedOn,
      snapshot: text,
      hash: chainHash(null, text),
      previousHash: null,
      postedAt: ctx.now,
      postedBy: ctx.actor.personId,
    })
    .run();
  sendPosted(tx, ctx, id, snapshot);
  return id;
}

/** The hash of a version: SHA-256 over the previous version's hash and the canonical snapshot (T7). */
export function chainHash(previousHash: string | null, snapshot: string): string {
  return sha256(`${previousHash ?? ""}\n${snapshot}`);
}

function takeSnapshot(tx: Transaction, claim: Claim, offering: Offering): CreditSnapshot {
  const person = tx.select().from(persons).where(eq(persons.id, claim.personId)).get()!;
  const provider = tx.select().from(providers).where(eq(providers.id, offering.providerId)).get()!;
  const course = tx.select().from(courses).where(eq(courses.id, offering.courseId)).get()!;
  const minutes = claim.requestedMinutes!;
  const startedOn = dateOf(offering.startsAt!, offering.timeZone);
  const completedOn = dateOf(offering.endsAt!, offering.timeZone);
  const designations = tx
    .select({ code: offeringDesignations.designation, minutes: offeringDesignations.minutes })
    .from(offeringDesignations)
    .where(eq(offeringDesignations.offeringId, offering.id))
    .all();
  return {
    educator: {
      personId: person.id,
      legalName: legalNameOf(person),
      formerNames: tx
        .select({ name: formerNames.name })
        .from(formerNames)
        .where(eq(formerNames.personId, person.id))
        .orderBy(asc(formerNames.id))
        .all()
        .map((row) => row.name),
      certificateNumber: person.certificateNumber,
    },
    course: { title: course.title },
    offering: {
      id: offering.id,
      inServiceNumber: offering.inServiceNumber!,
      startedOn,
      completedOn,
      approvedMinutes: offering.approvedMinutes!,
    },
    provider: {
      id: provider.id,
      name: provider.name,
      approvalYear: approvalYearOf(startedOn),
      designeeName: provider.designeeName,
      designeeTitle: provider.designeeTitle,
    },
    instructors: tx
      .select({ name: instructors.name })
      .from(instructors)
      .where(eq(instructors.offeringId, offering.id))
      .orderBy(asc(instructors.id))
      .all()
      .map((row) => row.name),
    minutes,
    designations: creditedDesignations(designations, minutes),
  };
}

function sendPosted(tx: Transaction, ctx: ActorContext, creditId: string, snapshot: CreditSnapshot): void {
  const { personName, ...to } = addressee(tx, snapshot.educator.personId);
  enqueueMessage(tx, ctx, {
    kind: "credit-posted",
    subjectId: creditId,
    ...to,
    payload: {
      personName,
      providerName: snapshot.provider.name,
      offeringTitle: snapshot.course.title,
      inServiceNumber: snapshot.offering.inServiceNumber,
      hours: formatHours(snapshot.minutes),
      completedOn: formatPlainDate(snapshot.offering.completedOn),
      designations: snapshot.designations.map(
        ({ code, minutes }) => `${DESIGNATIONS[code as Designation]}: ${formatHours(minutes)}`,
      ),
      transcriptUrl: `${origin}/transcript`,
    },
  });
}
