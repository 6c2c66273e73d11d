import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { organisations } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { deleteUnused } from "~/platform/database/unused.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import type { organisationForm } from "./organisation-form";
import { byLetters } from "~/platform/database/letter-order.server";

export type Organisation = typeof organisations.$inferSelect;
type OrganisationInput = Omit<z.output<typeof organisationForm>, "intent">;
type OrganisationRefusal = "unknown-organisation" | "code-taken" | "name-taken" | "organisation-used";

const NOTHING: Record<keyof OrganisationInput, null> = {
  name: null,
  code: null,
  kind: null,
  county: null,
  billingName: null,
  billingEmail: null,
  billingAddress: null,
};

/** Each refusal in plain words, and the field that it is about. */
export const ORGANISATION_REFUSALS: Record<OrganisationRefusal, { message: string; field?: keyof OrganisationInput }> =
  {
    "unknown-organisation": { message: "This organization does not exist any more." },
    "code-taken": { message: "Another organization has this code.", field: "code" },
    "name-taken": { message: "Another organization has this name.", field: "name" },
    "organisation-used": {
      message: "People, offerings or records refer to this organization, so it stays on record.",
    },
  };

/** What the form of an organization shows of it. */
export const toOrganisationDraft = (row: OrganisationInput): OrganisationInput => ({
  name: row.name,
  code: row.code,
  kind: row.kind,
  county: row.county,
  billingName: row.billingName,
  billingEmail: row.billingEmail,
  billingAddress: row.billingAddress,
});

/** Every organization, by name. */
export function listOrganisations(db: Reader): Organisation[] {
  return db.select().from(organisations).orderBy(byLetters(organisations.name)).all();
}

/** The organizations by name, for a choice. */
export function listOrganisationOptions(db: Reader): { value: string; label: string }[] {
  return db
    .select({ value: organisations.id, label: organisations.name })
    .from(organisations)
    .orderBy(byLetters(organisations.name))
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
    const changes = changesBetween<object>(NOTHING, input);
    recordAudit(tx, ctx, { action: "organisation.added", subjectId: id, detail: { changes } });
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
    const changes = changesBetween<object>(before, input);
    recordAudit(tx, ctx, { action: "organisation.updated", subjectId: organisationId, detail: { changes } });
    return ok(null);
  });
}

/** An administrator deletes an organization to which nothing refers; returns its name. */
export function deleteOrganisation(ctx: ActorContext, organisationId: string): Outcome<string, OrganisationRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findOrganisation(tx, organisationId);
    if (!before) return refuse("unknown-organisation");
    if (!deleteUnused(tx.delete(organisations).where(eq(organisations.id, organisationId)))) {
      return refuse("organisation-used");
    }
    const changes = changesBetween<object>(before, NOTHING);
    recordAudit(tx, ctx, { action: "organisation.deleted", subjectId: organisationId, detail: { changes } });
    return ok(before.name);
  });
}

function findClash(tx: Transaction, id: string, { code, name }: OrganisationInput): OrganisationRefusal | null {
  const other = ne(organisations.id, id);
  const taken = (same: ReturnType<typeof eq>) =>
    tx.select({ id: organisations.id }).from(organisations).where(and(other, same)).get() !== undefined;
  if (code && taken(eq(organisations.code, code))) return "code-taken";
  return taken(eq(organisations.name, name)) ? "name-taken" : null;
}
