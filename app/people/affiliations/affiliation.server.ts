import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { affiliations, organisations } from "#drizzle/schema/people";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { affiliationForm } from "~/people/persons/profile-form";
import type { RoleKind } from "~/people/roles/role";

export type Affiliation = typeof affiliations.$inferSelect;
type AffiliationInput = Omit<z.output<typeof affiliationForm>, "intent">;

/**
 * Condition on `affiliations`: somebody else than the person said that it is so. Whatever costs, opens a window or shows
 * somebody to HR asks for it:
 * - `billing/claim-fee.server.ts`: the fee that a cooperative's membership waives;
 * - `billing/billable.server.ts`: whose fees a district can be billed for;
 * - `registration/eligibility.server.ts`: registration that opens first, and offerings for their audience only;
 * - `hr/hr-scope.server.ts`: hours, persons' pages, documents, reminders and counts of new hours;
 * - `hr/people.server.ts`: the list of people and its search;
 * - `hr/district-facts.server.ts`: what an export says of people;
 * - `hr/archive-people.server.ts`: archives of transcripts.
 *
 * Unconfirmed ones appear, marked as such, to the person, to administrators, and in HR's list of what is to be confirmed.
 */
export const isConfirmed: SQL = sql`${affiliations.confirmedAt} is not null`;

/** Condition on `affiliations`: the person's own word, of which nobody has said yet whether it is so. */
export const isUnanswered = and(isNull(affiliations.confirmedAt), isNull(affiliations.disownedAt));

/** A person's affiliations with the organisations' names, newest first: confirmed, unconfirmed and disowned ones. */
export function listAffiliations(db: Reader, personId: string) {
  return db
    .select({ affiliation: affiliations, organisation: organisations.name })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(affiliations.personId, personId))
    .orderBy(desc(affiliations.fromDate), desc(affiliations.id))
    .all()
    .map(({ affiliation, organisation }) => {
      const { confirmedBy: _confirmedBy, disownedBy: _disownedBy, ...row } = affiliation;
      return { ...row, organisation };
    });
}

/** The actor says where they work, since when. It waits to be confirmed. What was disowned may be said anew. */
export function addAffiliation(
  ctx: ActorContext,
  input: AffiliationInput,
): Outcome<null, "unknown-organisation" | "overlaps"> {
  return inTransaction(ctx.db, (tx) => {
    if (!findOrganisation(tx, input.organisationId)) return refuse("unknown-organisation");
    const clash = listAffiliations(tx, ctx.actor.personId).some(
      (other) =>
        other.disownedAt === null &&
        other.organisationId === input.organisationId &&
        other.fromDate <= (input.toDate ?? "9999-12-31") &&
        input.fromDate <= (other.toDate ?? "9999-12-31"),
    );
    if (clash) return refuse("overlaps");
    insertAffiliation(tx, ctx, ctx.actor.personId, input);
    return ok(null);
  });
}

/**
 * The actor says when work somewhere ended. That only takes away, so a confirmation stands; a later last day than the one
 * on record would add days that nobody confirmed, and is refused.
 */
export function endAffiliation(
  ctx: ActorContext,
  input: { affiliationId: string; toDate: string },
): Outcome<null, "unknown-affiliation" | "before-start" | "lengthens"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(affiliations.id, input.affiliationId), eq(affiliations.personId, ctx.actor.personId));
    const affiliation = tx.select().from(affiliations).where(mine).get();
    if (!affiliation) return refuse("unknown-affiliation");
    if (input.toDate < affiliation.fromDate) return refuse("before-start");
    if (affiliation.toDate !== null && input.toDate > affiliation.toDate) return refuse("lengthens");
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

/**
 * Inserts an affiliation; the caller has checked the right to the person. What the person says of themselves is
 * unconfirmed; what an administrator or the system enters is confirmed by that.
 */
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
  const confirmed = ctx.actor?.personId !== personId;
  tx.insert(affiliations)
    .values({
      id,
      personId,
      ...input,
      createdAt: ctx.now,
      ...(confirmed && { confirmedAt: ctx.now, confirmedBy: ctx.actor?.personId ?? null }),
    })
    .run();
  recordAudit(tx, ctx, {
    action: "affiliation.added",
    subjectId: id,
    personId,
    detail: { organisationId: input.organisationId, fromDate: input.fromDate, confirmed },
  });
}
