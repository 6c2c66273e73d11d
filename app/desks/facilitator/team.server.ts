import { and, eq, isNull } from "drizzle-orm";
import { instructors } from "#drizzle/schema/catalog";
import { grants } from "#drizzle/schema/grants";
import { accounts, persons } from "#drizzle/schema/people";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { keepPlanChange, readPlan } from "~/catalog/approval/approved-plan.server";
import { listInstructors } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf, staffNameOf } from "~/people/persons/name";
import { BY_NAME } from "~/people/persons/person-names.server";
import { endGrant, insertGrant } from "~/people/roles/grant.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, orTakenBack, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { addressee, nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";

export type TeamRefusal =
  "no-account" | "teaches-already" | "registered-here" | "not-now" | "unknown-instructor" | "teaches";

/** Each refusal in plain words, and the field that it is about. */
export const TEAM_REFUSALS: Record<TeamRefusal, { words: string; field?: string }> = {
  "no-account": {
    words: "Nobody with an account has this address. Ask the coordinator, who can enter anybody as an instructor.",
    field: "email",
  },
  "teaches-already": { words: "They teach here or take attendance already.", field: "email" },
  "registered-here": {
    words: "They are registered as a participant. They withdraw first, or the coordinator withdraws them.",
    field: "email",
  },
  "not-now": { words: "This offering is over or cancelled, so nobody takes it over any more." },
  "unknown-instructor": {
    words: "This instructor is not on the list any more. Reload the page.",
    field: "instructorId",
  },
  teaches: { words: "They teach here. Name a substitute, or ask the coordinator to change the instructors." },
};

/**
 * Who teaches an offering and who takes its attendance.
 * @throws Response 404 when it is not one of the actor's
 */
export function getTeam(ctx: ActorContext, offeringId: string) {
  const offering = getMine(ctx.db, ctx, offeringId);
  const teachers = listInstructors(ctx.db, offeringId);
  const helpers = ctx.db
    .select({ person: persons })
    .from(grants)
    .innerJoin(persons, eq(persons.id, grants.personId))
    .where(and(eq(grants.role, "facilitator"), eq(grants.offeringId, offeringId), isNull(grants.revokedAt)))
    .orderBy(...BY_NAME)
    .all()
    .filter(({ person }) => !teachers.some(({ personId }) => personId === person.id))
    .map(({ person }) => ({ personId: person.id, name: staffNameOf(person), isMe: person.id === ctx.actor.personId }));
  return {
    offering: { id: offering.id, timeZone: offering.timeZone },
    title: nameOffering(ctx.db, offeringId).offeringTitle,
    canChange: isUnderWay(ctx, offering),
    mine: teachers.find(({ personId }) => personId === ctx.actor.personId)?.id ?? null,
    teachers: teachers.map(({ id, name, qualifications }) => ({ id, name, qualifications })),
    helpers,
  };
}

/** Lets somebody else with an account take attendance, too. */
export function addHelper(
  ctx: ActorContext,
  input: { offeringId: string; email: string },
): Outcome<string, TeamRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = getMine(tx, ctx, input.offeringId);
    if (offering.state === "cancelled") return refuse("not-now");
    const found = findHelper(tx, offering, input.email);
    if (!found.ok) return found;
    insertGrant(tx, ctx, found.value.id, { role: "facilitator", scopeId: offering.id });
    return ok(displayNameOf(found.value));
  });
}

/** Ends that a helper takes attendance; oneself, too. Who teaches stays. */
export function removeHelper(
  ctx: ActorContext,
  input: { offeringId: string; personId: string },
): Outcome<null, TeamRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = getMine(tx, ctx, input.offeringId);
    const teaches = listInstructors(tx, offering.id).some(({ personId }) => personId === input.personId);
    if (teaches) return refuse("teaches");
    endGrant(tx, ctx, input.personId, { role: "facilitator", scopeId: offering.id });
    return ok(null);
  });
}

/**
 * Hands an offering over to a substitute: they teach and take attendance in the place of somebody who did. What the committee
 * approved keeps standing on the record with the reason (D1); the substitute and the coordinators are told.
 */
export function handOver(
  ctx: ActorContext,
  input: { offeringId: string; instructorId: string; email: string; qualifications?: string; reason: string },
): Outcome<string, TeamRefusal> {
  return inTransaction(ctx.db, (tx) =>
    orTakenBack(tx, () => {
      const offering = getMine(tx, ctx, input.offeringId);
      if (!isUnderWay(ctx, offering)) return refuse("not-now");
      const replaced = listInstructors(tx, offering.id).find(({ id }) => id === input.instructorId);
      if (!replaced) return refuse("unknown-instructor");
      const found = findSubstitute(tx, offering, input.email);
      if (!found.ok) return found;
      const name = displayNameOf(found.value);
      const plan = readPlan(tx, offering);
      tx.update(instructors)
        .set({ personId: found.value.id, name, qualifications: input.qualifications ?? null })
        .where(eq(instructors.id, replaced.id))
        .run();
      if (replaced.personId) endGrant(tx, ctx, replaced.personId, { role: "facilitator", scopeId: offering.id });
      insertGrant(tx, ctx, found.value.id, { role: "facilitator", scopeId: offering.id });
      // The form has asked for the reason.
      keepPlanChange(tx, ctx, offering.id, plan, input.reason);
      const detail = { from: replaced.name, to: name, reason: input.reason };
      recordAudit(tx, ctx, {
        action: "offering.handed-over",
        subjectId: offering.id,
        personId: found.value.id,
        detail,
      });
      tell(tx, ctx, offering, { substituteId: found.value.id, ...detail });
      return ok(name);
    }),
  );
}

function getMine(db: Reader, ctx: ActorContext, offeringId: string): Offering {
  const offering = findMyOffering(db, ctx, offeringId);
  if (!offering) throw notFound();
  return offering;
}

const isUnderWay = (ctx: ActorContext, { state, endsAt }: Offering): boolean =>
  (state === "published" || state === "approved") && endsAt !== null && ctx.now < endsAt;

type Person = typeof persons.$inferSelect;

function findWithAccount(db: Reader, email: string): Person | undefined {
  return db
    .select({ person: persons })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(and(eq(accounts.email, email), isNull(accounts.closedAt)))
    .get()?.person;
}

/** Somebody with an account who does not take attendance here yet, nor takes part. */
function findHelper(tx: Transaction, offering: Offering, email: string): Outcome<Person, TeamRefusal> {
  const person = findWithAccount(tx, email);
  if (!person) return refuse("no-account");
  const held = and(
    eq(grants.personId, person.id),
    eq(grants.role, "facilitator"),
    eq(grants.offeringId, offering.id),
    isNull(grants.revokedAt),
  );
  if (tx.select({ id: grants.id }).from(grants).where(held).get()) return refuse("teaches-already");
  return findLiveRegistration(tx, offering.id, person.id) ? refuse("registered-here") : ok(person);
}

/** Somebody with an account who does not teach here yet, nor takes part. */
function findSubstitute(tx: Transaction, offering: Offering, email: string): Outcome<Person, TeamRefusal> {
  const person = findWithAccount(tx, email);
  if (!person) return refuse("no-account");
  const teaches = listInstructors(tx, offering.id).some(({ personId }) => personId === person.id);
  if (teaches) return refuse("teaches-already");
  return findLiveRegistration(tx, offering.id, person.id) ? refuse("registered-here") : ok(person);
}

function tell(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  change: { substituteId: string; from: string; to: string; reason: string },
): void {
  const coordinates = and(
    eq(grants.role, "coordinator"),
    eq(grants.providerId, offering.providerId),
    isNull(grants.revokedAt),
  );
  const coordinators = tx.select({ id: grants.personId }).from(grants).where(coordinates).all();
  const told = new Map(coordinators.map(({ id }) => [id, `${origin}/coordinator/offerings/${offering.id}`]));
  told.set(change.substituteId, `${origin}/facilitator/offerings/${offering.id}`);
  told.delete(ctx.actor.personId);
  for (const [personId, actionUrl] of told) {
    const { recipient, personName } = addressee(tx, personId);
    enqueueMessage(tx, ctx, {
      kind: "handed-over",
      subjectId: offering.id,
      personId,
      recipient,
      replyTo: replyToFor(tx, offering.id),
      occasion: `${change.substituteId} ${ctx.now}`,
      payload: {
        personName,
        ...nameOffering(tx, offering.id),
        begins: offering.startsAt === null ? null : formatDateTime(offering.startsAt, offering.timeZone),
        fromName: change.from,
        toName: change.to,
        reason: change.reason,
        actionUrl,
      },
    });
  }
}
