import { and, asc, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { organisations } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import type { organisationForm } from "./organisation-form";

export type Organisation = typeof organisations.$inferSelect;
type OrganisationInput = z.output<typeof organisationForm>;
type OrganisationRefusal = "unknown-organisation" | "code-taken" | "name-taken";

/** Each refusal in plain words, and the field that it is about. */
export const ORGANISATION_REFUSALS: Record<OrganisationRefusal, { message: string; field?: keyof OrganisationInput }> =
  {
    "unknown-organisation": { message: "This organization does not exist any more." },
    "code-taken": { message: "Another organization has this code.", field: "code" },
    "name-taken": { message: "Another organization has this name.", field: "name" },
  };

/** Every organization, by name. */
export function listOrganisations(db: Reader): Organisation[] {
  return db.select().from(organisations).orderBy(asc(organisations.name)).all();
}

/** The organizations by name, for a choice. */
export function listOrganisationOptions(db: Reader): { value: string; label: string }[] {
  return db
    .select({ value: organisations.id, label: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.name))
    .all();
}

/** An organization by its id; null when there is none. */
export function findOrganisation(db: Reader, organisationId: string): Organisation | null {
  return db.select().from(organisations).where(eq(organisations.id, organisationId)).get() ?? null;
}

/**
 * One organization, for its page.
 * @throws Response 404
 */
export function getOrganisation(db: Reader, organisationId: string): Organisation {
  const found = findOrganisation(db, organisationId);
  if (!found) throw notFound();
  return found;
}

/** An administrator adds an organization. Returns its id. */
export function addOrganisation(ctx: ActorContext, input: OrganisationInput): Outcome<string, OrganisationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const id = newId();
    const clash = findClash(tx, id, input);
    if (clash) return refuse(clash);
    tx.insert(organisations)
      .values({ id, ...input, createdAt: ctx.now })
      .run();
    recordAudit(tx, ctx, { action: "organisation.added", subjectId: id, detail: { ...input } });
    return ok(id);
  });
}

/** An administrator changes an organization. */
export function updateOrganisation(
  ctx: ActorContext,
  organisationId: string,
  input: OrganisationInput,
): Outcome<null, OrganisationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findOrganisation(tx, organisationId);
    if (!before) return refuse("unknown-organisation");
    const clash = findClash(tx, organisationId, input);
    if (clash) return refuse(clash);
    tx.update(organisations).set(input).where(eq(organisations.id, organisationId)).run();
    recordAudit(tx, ctx, {
      action: "organisation.updated",
      subjectId: organisationId,
      detail: { before, after: input },
    });
    return ok(null);
  });
}

/** T8: an organization joins the clock-hours cooperative or leaves it; fees that are settled stay settled. */
export function setCooperativeMember(
  ctx: ActorContext,
  { organisationId, member }: { organisationId: string; member: boolean },
): Outcome<Organisation, OrganisationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const [changed] = tx
      .update(organisations)
      .set({ cooperativeMember: member })
      .where(eq(organisations.id, organisationId))
      .returning()
      .all();
    if (!changed) return refuse("unknown-organisation");
    recordAudit(tx, ctx, { action: "organisation.cooperative", subjectId: organisationId, detail: { member } });
    return ok(changed);
  });
}

function findClash(tx: Transaction, id: string, { code, name }: OrganisationInput): OrganisationRefusal | null {
  const other = ne(organisations.id, id);
  const taken = (same: ReturnType<typeof eq>) =>
    tx.select({ id: organisations.id }).from(organisations).where(and(other, same)).get() !== undefined;
  if (code && taken(eq(organisations.code, code))) return "code-taken";
  return taken(eq(organisations.name, name)) ? "name-taken" : null;
}
