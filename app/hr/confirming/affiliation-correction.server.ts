import { and, eq, inArray } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { chargeFormerMembers, waiveForMembers } from "~/billing/fees/membership.server";
import {
  type Affiliation,
  type AffiliationRefusal,
  checkAffiliation,
  insertAffiliation,
  type Vouching,
  writeAffiliation,
} from "~/people/affiliations/affiliation.server";
import { needsNewConfirmation } from "~/people/affiliations/affiliation-dates";
import type { AffiliationInput } from "~/people/affiliations/affiliation-form";
import type { ScopedContext } from "~/people/roles/permission.server";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { isCurrent } from "~/platform/http/stale-form.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

type Correction = AffiliationInput & { affiliationId: string; base?: string | undefined };
/** Why a workplace is not entered or corrected so. */
export type CorrectionRefusal =
  | "changed-meanwhile"
  | AffiliationRefusal
  | "unknown-affiliation"
  | "own-affiliation"
  | "unknown-person"
  | "own-district";

/** Each refusal in plain words; an overlap is told with the entry that is in the way. */
export const CORRECTION_REFUSALS: Record<CorrectionRefusal, string> = {
  "changed-meanwhile": "Somebody has changed this at the same moment. Save again to see what.",
  "unknown-organisation": "Choose an organization from the list.",
  overlaps: "Another entry holds some of these days already.",
  "unknown-affiliation": "This entry does not exist any more. Reload the page.",
  "own-affiliation": "This is your own workplace. Ask a colleague in HR, or an administrator.",
  "own-district": "You can enter people of your own organizations only.",
  "unknown-person": "Nobody in Hourbook has this address or certificate number. Check it, or ask them to sign up.",
};

/**
 * The actor corrects an entry of their own (S1). What only they vouch for waits to be confirmed anew, and what a
 * confirmation waived is due again until then; anything else leaves the confirmation standing.
 */
export function correctMyAffiliation(ctx: ActorContext, input: Correction): Outcome<Affiliation, CorrectionRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findAffiliation(tx, input.affiliationId);
    if (before?.personId !== ctx.actor.personId) return refuse("unknown-affiliation");
    return correct(tx, ctx, before, input, needsNewConfirmation(before, input) ? "nobody" : "as-before");
  });
}

/** The actor says on which day they left a workplace of theirs. */
export function endMyAffiliation(
  ctx: ActorContext,
  input: { affiliationId: string; toDate: string },
): Outcome<Affiliation, CorrectionRefusal | "before-start"> {
  const before = findAffiliation(ctx.db, input.affiliationId);
  if (before && input.toDate < before.fromDate) return refuse("before-start");
  return before ? correctMyAffiliation(ctx, { ...before, ...input }) : refuse("unknown-affiliation");
}

/** HR corrects an entry of somebody else's about one of their organisations, and vouches for it by that. */
export function correctAsHr(ctx: ScopedContext, input: Correction): Outcome<Affiliation, CorrectionRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findAffiliation(tx, input.affiliationId);
    if (!before || !ctx.scopeIds.includes(before.organisationId)) return refuse("unknown-affiliation");
    if (before.personId === ctx.actor.personId) return refuse("own-affiliation");
    if (!ctx.scopeIds.includes(input.organisationId)) return refuse("own-district");
    return correct(tx, ctx, before, input, "actor");
  });
}

/** An administrator corrects anybody's entry but their own, and vouches for it by that. */
export function correctAsAdministrator(ctx: ActorContext, input: Correction): Outcome<Affiliation, CorrectionRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findAffiliation(tx, input.affiliationId);
    if (!before) return refuse("unknown-affiliation");
    if (before.personId === ctx.actor.personId) return refuse("own-affiliation");
    return correct(tx, ctx, before, input, "actor");
  });
}

/** HR says that somebody is one of theirs, since when (S1): found by the whole address or certificate number only. */
export function addAsHr(
  ctx: ScopedContext,
  input: AffiliationInput & { who: string },
): Outcome<{ personId: string }, CorrectionRefusal> {
  const { who, ...workplace } = input;
  if (!ctx.scopeIds.includes(workplace.organisationId)) return refuse("own-district");
  return inTransaction(ctx.db, (tx) => {
    const personId = findPersonId(tx, who);
    return personId ? enter(tx, ctx, personId, workplace) : refuse("unknown-person");
  });
}

/** An administrator enters where somebody works. */
export function addAsAdministrator(
  ctx: ActorContext,
  personId: string,
  input: AffiliationInput,
): Outcome<{ personId: string }, CorrectionRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const known = tx.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).get();
    return known ? enter(tx, ctx, personId, input) : refuse("unknown-person");
  });
}

/** An entry by its id; null when there is none. */
export function findAffiliation(db: Reader, affiliationId: string): Affiliation | null {
  return db.select().from(affiliations).where(eq(affiliations.id, affiliationId)).get() ?? null;
}

function correct(
  tx: Transaction,
  ctx: ActorContext,
  before: Affiliation,
  { affiliationId: _affiliationId, base, ...input }: Correction,
  vouching: Vouching,
): Outcome<Affiliation, CorrectionRefusal> {
  if (!isCurrent(base, toAffiliationDraft(before))) return refuse("changed-meanwhile");
  const possible = checkAffiliation(tx, before.personId, input, before);
  if (!possible.ok) return possible;
  const after = writeAffiliation(tx, ctx, before, input, vouching);
  // Days that a confirmation held and holds no more, and days that it holds now: fees follow both.
  if (before.confirmedAt !== null) chargeFormerMembers(tx, ctx, [before.personId]);
  if (after.confirmedAt !== null) waiveForMembers(tx, ctx, [after.personId]);
  return ok(after);
}

function enter(
  tx: Transaction,
  ctx: ActorContext,
  personId: string,
  input: AffiliationInput,
): Outcome<{ personId: string }, CorrectionRefusal> {
  if (personId === ctx.actor.personId) return refuse("own-affiliation");
  const possible = checkAffiliation(tx, personId, input);
  if (!possible.ok) return possible;
  insertAffiliation(tx, ctx, personId, input, { confirmed: true });
  waiveForMembers(tx, ctx, [personId]);
  return ok({ personId });
}

/** Whom a whole address or a whole certificate number names; null when nobody, or several people. */
function findPersonId(db: Reader, who: string): string | null {
  const words = who.trim();
  const matches = words.includes("@")
    ? eq(persons.email, words.toLowerCase())
    : inArray(persons.certificateNumber, [words, words.toUpperCase()]);
  const found = db.select({ id: persons.id }).from(persons).where(and(matches)).limit(2).all();
  return found.length === 1 ? found[0]!.id : null;
}
