import { and, eq, inArray } from "drizzle-orm";
import { offeringTemplates } from "#drizzle/schema/offering-templates";
import { persons } from "#drizzle/schema/people";
import { providers } from "#drizzle/schema/providers";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { OfferingTemplateRefusal } from "./offering-template";

/** Templates of the actor's providers, or of one of them, by name. */
export function listOfferingTemplates(ctx: ScopedContext, providerId?: string) {
  return ctx.db
    .select({ template: offeringTemplates, person: persons, provider: providers.shortName })
    .from(offeringTemplates)
    .innerJoin(persons, eq(persons.id, offeringTemplates.keptBy))
    .innerJoin(providers, eq(providers.id, offeringTemplates.providerId))
    .where(and(isMine(ctx), providerId ? eq(offeringTemplates.providerId, providerId) : undefined))
    .orderBy(byLetters(offeringTemplates.name))
    .all()
    .map(({ template: { draft, ...template }, person, provider }) => ({
      ...template,
      provider,
      keptByName: displayNameOf(person),
      sessions: draft.sessions.length,
      place: draft.place,
    }));
}

/** A template of the actor's providers; null for any other. */
export function findOfferingTemplate(db: Reader, ctx: ScopedContext, templateId: string) {
  return (
    db
      .select()
      .from(offeringTemplates)
      .where(and(eq(offeringTemplates.id, templateId), isMine(ctx)))
      .get() ?? null
  );
}

/** Keeps how an offering is set up under a name, for whoever plans the next one. */
export function keepOfferingTemplate(
  ctx: ScopedContext,
  input: { offeringId: string; name: string },
): Outcome<{ id: string }, OfferingTemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    const { providerId } = offering;
    if (isTaken(tx, providerId, input.name)) return refuse("name-taken");
    const id = newId();
    const kept = { keptBy: ctx.actor.personId, keptAt: ctx.now };
    tx.insert(offeringTemplates)
      .values({ id, providerId, name: input.name, draft: toOfferingDraft(tx, offering), ...kept })
      .run();
    recordAudit(tx, ctx, { action: "offering-template.kept", subjectId: id, detail: { name: input.name, providerId } });
    return ok({ id });
  });
}

/** Gives a template another name. */
export function renameOfferingTemplate(
  ctx: ScopedContext,
  input: { templateId: string; name: string },
): Outcome<{ id: string }, OfferingTemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const template = findOfferingTemplate(tx, ctx, input.templateId);
    if (!template) return refuse("unknown-template");
    if (template.name !== input.name && isTaken(tx, template.providerId, input.name)) return refuse("name-taken");
    tx.update(offeringTemplates).set({ name: input.name }).where(eq(offeringTemplates.id, template.id)).run();
    const changes = { name: [template.name, input.name] };
    recordAudit(tx, ctx, { action: "offering-template.renamed", subjectId: template.id, detail: { changes } });
    return ok({ id: template.id });
  });
}

/** Deletes a template; offerings that began with it stay as they are, and what it said stays in the audit log. */
export function deleteOfferingTemplate(
  ctx: ScopedContext,
  templateId: string,
): Outcome<{ id: string }, OfferingTemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const template = findOfferingTemplate(tx, ctx, templateId);
    if (!template) return refuse("unknown-template");
    tx.delete(offeringTemplates).where(eq(offeringTemplates.id, template.id)).run();
    const { name, draft } = template;
    recordAudit(tx, ctx, { action: "offering-template.deleted", subjectId: template.id, detail: { name, draft } });
    return ok({ id: template.id });
  });
}

function isTaken(tx: Transaction, providerId: string, name: string): boolean {
  const same = and(eq(offeringTemplates.providerId, providerId), eq(offeringTemplates.name, name));
  return tx.select({ id: offeringTemplates.id }).from(offeringTemplates).where(same).get() !== undefined;
}

const isMine = (ctx: ScopedContext) => inArray(offeringTemplates.providerId, ctx.scopeIds);
