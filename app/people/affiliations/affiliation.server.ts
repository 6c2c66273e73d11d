import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { affiliations, organisations } from "#drizzle/schema/people";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { changesBetween } from "~/platform/audit/changes";
import { toAffiliationDraft } from "./affiliation-draft";
import { addsDays, overlap } from "./affiliation-dates";
import type { AffiliationInput } from "./affiliation-form";

export type Affiliation = typeof affiliations.$inferSelect;

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

/** Why a workplace cannot be entered or corrected so. */
export type AffiliationRefusal = "unknown-organisation" | "overlaps";

/**
 * Whether a person's workplace can be entered, or corrected, so: the organisation exists, and no other entry of theirs
 * there holds one of the days. Entries that were disowned can be made anew. `overlaps` names the entry that is in the way.
 * @param before the entry that is corrected; absent for a new one. Taking days away is always possible
 */
export function checkAffiliation(
  tx: Transaction,
  personId: string,
  input: Pick<AffiliationInput, "organisationId" | "fromDate" | "toDate">,
  before?: Affiliation,
): Outcome<null, AffiliationRefusal> {
  if (!findOrganisation(tx, input.organisationId)) return refuse("unknown-organisation");
  if (before && before.organisationId === input.organisationId && !addsDays(before, input)) return ok(null);
  const other = listAffiliations(tx, personId).find(
    (each) =>
      each.id !== before?.id &&
      each.disownedAt === null &&
      each.organisationId === input.organisationId &&
      overlap(each, input),
  );
  if (!other) return ok(null);
  const { id, organisation, fromDate, toDate } = other;
  return refuse("overlaps", { affiliationId: id, organisation, fromDate, toDate: toDate ?? "" });
}

/** The actor says where they work, since when. It waits to be confirmed. What was disowned may be said anew. */
export function addAffiliation(ctx: ActorContext, input: AffiliationInput): Outcome<string, AffiliationRefusal> {
  const { personId } = ctx.actor;
  return inTransaction(ctx.db, (tx) => {
    const possible = checkAffiliation(tx, personId, input);
    return possible.ok ? ok(insertAffiliation(tx, ctx, personId, input, { confirmed: false })) : possible;
  });
}

/**
 * The actor takes back an entry of theirs that nobody has confirmed: it was a mistake. What was confirmed has counted, and
 * is corrected or ended instead.
 */
export function removeAffiliation(
  ctx: ActorContext,
  affiliationId: string,
): Outcome<null, "unknown-affiliation" | "confirmed-already"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(affiliations.id, affiliationId), eq(affiliations.personId, ctx.actor.personId));
    const affiliation = tx.select().from(affiliations).where(mine).get();
    if (!affiliation) return refuse("unknown-affiliation");
    if (affiliation.confirmedAt !== null) return refuse("confirmed-already");
    tx.delete(affiliations).where(mine).run();
    const { id, personId, organisationId, fromDate, toDate } = affiliation;
    const detail = { organisationId, fromDate, toDate };
    recordAudit(tx, ctx, { action: "affiliation.removed", subjectId: id, personId, detail });
    return ok(null);
  });
}

/**
 * Inserts an affiliation; the caller has checked the right to the person. What the person, or staff of a provider, says is
 * unconfirmed; what HR, an administrator or the system enters is confirmed by that. Returns its id.
 */
export function insertAffiliation(
  tx: Transaction,
  ctx: Context,
  personId: string,
  input: AffiliationInput,
  { confirmed }: { confirmed: boolean },
): string {
  const id = newId();
  tx.insert(affiliations)
    .values({
      id,
      personId,
      ...toAffiliationDraft(input),
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
  return id;
}

/**
 * Who vouches for a corrected affiliation: whoever did before, the actor, or nobody yet. A staff list says what is so by now, and
 * the actor who imports it vouches for that: what it replaces was so before.
 */
export type Vouching = "as-before" | "actor" | "staff-list" | "nobody";

/** Corrects an affiliation, with the old and the new values in the audit log; the caller has checked it and the right. */
export function writeAffiliation(
  tx: Transaction,
  ctx: ActorContext,
  before: Affiliation,
  input: AffiliationInput,
  vouching: Vouching,
): Affiliation {
  const isActor = vouching === "actor" || vouching === "staff-list";
  const nobody = { confirmedAt: null, confirmedBy: null, disownedAt: null, disownedBy: null };
  const after = {
    ...before,
    ...toAffiliationDraft(input),
    ...(vouching !== "as-before" && nobody),
    ...(isActor && { confirmedAt: ctx.now, confirmedBy: ctx.actor.personId }),
  };
  tx.update(affiliations).set(after).where(eq(affiliations.id, before.id)).run();
  recordAudit(tx, ctx, {
    action: "affiliation.corrected",
    subjectId: before.id,
    personId: before.personId,
    detail: { vouching, changes: changesBetween(toAffiliationDraft(before), toAffiliationDraft(after)) },
  });
  return after;
}
