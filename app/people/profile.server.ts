import { and, asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { affiliations, formerNames, organisations, persons } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { legalNameOf } from "./name";
import type { affiliationForm, profileForm } from "./profile-form";
import type { RoleKind } from "./role";

type ProfileInput = Omit<z.output<typeof profileForm>, "intent">;
type AffiliationInput = Omit<z.output<typeof affiliationForm>, "intent">;

/** The actor's own profile with affiliations, newest first, and former names. */
export function getProfile(ctx: ActorContext) {
  const { personId } = ctx.actor;
  return {
    person: ctx.db.select().from(persons).where(eq(persons.id, personId)).get()!,
    formerNames: ctx.db
      .select()
      .from(formerNames)
      .where(eq(formerNames.personId, personId))
      .orderBy(asc(formerNames.id))
      .all(),
    affiliations: listAffiliations(ctx.db, personId),
  };
}

/** A person's affiliations with the organisations' names, newest first. */
export function listAffiliations(db: Reader, personId: string) {
  return db
    .select({ affiliation: affiliations, organisation: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(affiliations.personId, personId))
    .orderBy(desc(affiliations.fromDate))
    .all()
    .map(({ affiliation, organisation }) => ({ ...affiliation, organisation }));
}

/** The organisations by name, for a choice. */
export function listOrganisationOptions(db: Reader): { value: string; label: string }[] {
  return db
    .select({ value: organisations.id, label: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.name))
    .all();
}

/** Saves the actor's profile. A legal name that changes is kept as a former name: earlier records bear it. */
export function updateProfile(ctx: ActorContext, input: ProfileInput): void {
  inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const before = tx.select().from(persons).where(eq(persons.id, personId)).get()!;
    const changed = Object.entries(input).filter(([key, value]) => before[key as keyof ProfileInput] !== value);
    if (changed.length === 0) return;
    if (legalNameOf(before) !== legalNameOf(input)) insertFormerName(tx, ctx, personId, legalNameOf(before));
    tx.update(persons)
      .set({ ...input, updatedAt: ctx.now })
      .where(eq(persons.id, personId))
      .run();
    recordAudit(tx, ctx, {
      action: "person.updated",
      subjectId: personId,
      personId,
      detail: { fields: changed.map(([key]) => key) },
    });
  });
}

/** Adds a former name to the actor's own; one that is there stays once. */
export function addFormerName(ctx: ActorContext, name: string): void {
  inTransaction(ctx.db, (tx) => insertFormerName(tx, ctx, ctx.actor.personId, name));
}

/** The actor says where they work, since when. */
export function addAffiliation(
  ctx: ActorContext,
  input: AffiliationInput,
): Outcome<null, "unknown-organisation" | "overlaps"> {
  return inTransaction(ctx.db, (tx) => {
    if (
      !tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, input.organisationId)).get()
    ) {
      return refuse("unknown-organisation");
    }
    const clash = listAffiliations(tx, ctx.actor.personId).some(
      (other) =>
        other.organisationId === input.organisationId &&
        other.fromDate <= (input.toDate ?? "9999-12-31") &&
        input.fromDate <= (other.toDate ?? "9999-12-31"),
    );
    if (clash) return refuse("overlaps");
    insertAffiliation(tx, ctx, ctx.actor.personId, input);
    return ok(null);
  });
}

/** The actor says when work somewhere ended. */
export function endAffiliation(
  ctx: ActorContext,
  input: { affiliationId: string; toDate: string },
): Outcome<null, "unknown-affiliation" | "before-start"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(affiliations.id, input.affiliationId), eq(affiliations.personId, ctx.actor.personId));
    const affiliation = tx.select().from(affiliations).where(mine).get();
    if (!affiliation) return refuse("unknown-affiliation");
    if (input.toDate < affiliation.fromDate) return refuse("before-start");
    tx.update(affiliations).set({ toDate: input.toDate }).where(mine).run();
    const { personId } = ctx.actor;
    recordAudit(tx, ctx, {
      action: "affiliation.ended",
      subjectId: affiliation.id,
      personId,
      detail: { toDate: input.toDate },
    });
    return ok(null);
  });
}

/** Inserts an affiliation; the caller has checked the right to the person. */
export function insertAffiliation(
  tx: Transaction,
  ctx: Context,
  personId: string,
  input: {
    organisationId: string;
    roleKind: RoleKind;
    title: string | null;
    employeeId: string | null;
    fromDate: string;
    toDate: string | null;
  },
): void {
  const id = newId();
  tx.insert(affiliations)
    .values({ id, personId, ...input, createdAt: ctx.now })
    .run();
  recordAudit(tx, ctx, {
    action: "affiliation.added",
    subjectId: id,
    personId,
    detail: { organisationId: input.organisationId, fromDate: input.fromDate },
  });
}

function insertFormerName(tx: Transaction, ctx: Context, personId: string, name: string): void {
  tx.insert(formerNames).values({ id: newId(), personId, name, recordedAt: ctx.now }).onConflictDoNothing().run();
  recordAudit(tx, ctx, { action: "former-name.added", subjectId: personId, personId });
}
