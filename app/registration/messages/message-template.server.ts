import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { messageTemplates } from "#drizzle/schema/message-templates";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import type { Draft } from "~/platform/http/stale-form";
import { isCurrent } from "~/platform/http/stale-form.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { TemplateRefusal } from "./message-template-refusal";
import type { Written } from "./message-values.server";

export type MessageTemplate = typeof messageTemplates.$inferSelect;

export interface TemplateInput extends Written {
  name: string;
}

/** What a form shows of a template. */
export const toTemplateDraft = ({ name, subject, body }: TemplateInput) => ({ name, subject, body }) satisfies Draft;

/** The templates of a provider, by name. */
export function listTemplates(db: Reader, providerId: string) {
  const { id, name, subject, body } = messageTemplates;
  return db
    .select({ id, name, subject, body })
    .from(messageTemplates)
    .where(eq(messageTemplates.providerId, providerId))
    .orderBy(asc(name))
    .all();
}

/** The templates of the providers that the actor coordinates, by name. */
export function listScopedTemplates(ctx: ScopedContext) {
  const { id, name, subject, updatedAt } = messageTemplates;
  return ctx.db
    .select({ id, name, subject, updatedAt, provider: providers.name })
    .from(messageTemplates)
    .innerJoin(providers, eq(providers.id, messageTemplates.providerId))
    .where(inArray(messageTemplates.providerId, ctx.scopeIds))
    .orderBy(asc(name), asc(id))
    .all();
}

/** A template of a provider that the actor coordinates; null for any other. */
export function findScopedTemplate(db: Reader, ctx: ScopedContext, id: string): MessageTemplate | null {
  const mine = and(eq(messageTemplates.id, id), inArray(messageTemplates.providerId, ctx.scopeIds));
  return db.select().from(messageTemplates).where(mine).get() ?? null;
}

/** Keeps a subject and a text under a name for a provider. The caller has checked the right to the provider. */
export function addTemplate(
  ctx: ActorContext,
  providerId: string,
  { name, subject, body }: TemplateInput,
): Outcome<string, TemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (isTaken(tx, providerId, name)) return refuse("name-taken");
    const id = newId();
    const at = { createdAt: ctx.now, updatedAt: ctx.now, createdBy: ctx.actor.personId };
    tx.insert(messageTemplates)
      .values({ id, providerId, name, subject, body, ...at })
      .run();
    recordAudit(tx, ctx, { action: "message-template.added", subjectId: id, detail: { providerId, name } });
    return ok(id);
  });
}

/** Changes a template; messages that were sent with it stay as they are. */
export function changeTemplate(
  ctx: ScopedContext,
  id: string,
  { base, name, subject, body }: TemplateInput & { base?: string | undefined },
): Outcome<null, TemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findScopedTemplate(tx, ctx, id);
    if (!before) return refuse("unknown-template");
    if (!isCurrent(base, toTemplateDraft(before))) return refuse("changed-meanwhile");
    if (isTaken(tx, before.providerId, name, id)) return refuse("name-taken");
    const after = { name, subject, body };
    const changes = changesBetween(toTemplateDraft(before), after);
    if (Object.keys(changes).length === 0) return ok(null);
    tx.update(messageTemplates)
      .set({ ...after, updatedAt: ctx.now })
      .where(eq(messageTemplates.id, id))
      .run();
    recordAudit(tx, ctx, { action: "message-template.changed", subjectId: id, detail: { changes } });
    return ok(null);
  });
}

/** Deletes a template; nothing that was sent names it. */
export function deleteTemplate(ctx: ScopedContext, id: string): Outcome<null, TemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findScopedTemplate(tx, ctx, id);
    if (!before) return refuse("unknown-template");
    tx.delete(messageTemplates).where(eq(messageTemplates.id, id)).run();
    const { providerId, name, subject, body } = before;
    const detail = { providerId, name, subject, body };
    recordAudit(tx, ctx, { action: "message-template.deleted", subjectId: id, detail });
    return ok(null);
  });
}

function isTaken(tx: Transaction, providerId: string, name: string, besides = ""): boolean {
  const same = and(
    eq(messageTemplates.providerId, providerId),
    eq(messageTemplates.name, name),
    ne(messageTemplates.id, besides),
  );
  return tx.select({ id: messageTemplates.id }).from(messageTemplates).where(same).get() !== undefined;
}
