import { and, eq, inArray } from "drizzle-orm";

import { sessions } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { planTemplates } from "#drizzle/schema/plan-templates";
import { providers } from "#drizzle/schema/providers";
import { findScopedCourse } from "~/catalog/courses/course.server";
import { toCourseDraft } from "~/catalog/courses/course-draft.server";
import { listQuestions } from "~/catalog/courses/question.server";
import type { OfferingDraft } from "~/catalog/offerings/offering-draft";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { plural } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { CourseTemplate, TemplateKind, TemplateRefusal } from "./template-kind";

type Template = typeof planTemplates.$inferSelect;

/** Templates of the actor's providers by name; of one kind, of one provider. */
export function listTemplates(ctx: ScopedContext, kind?: TemplateKind, providerId?: string) {
  const wanted = and(
    isMine(ctx),
    kind && eq(planTemplates.kind, kind),
    providerId ? eq(planTemplates.providerId, providerId) : undefined,
  );
  return ctx.db
    .select({ template: planTemplates, person: persons, provider: providers.shortName })
    .from(planTemplates)
    .innerJoin(persons, eq(persons.id, planTemplates.keptBy))
    .innerJoin(providers, eq(providers.id, planTemplates.providerId))
    .where(wanted)
    .orderBy(byLetters(planTemplates.name))
    .all()
    .map(({ template: { draft, ...template }, person, provider }) => ({
      ...template,
      provider,
      keptByName: displayNameOf(person),
      holds: holdsOf(draft),
    }));
}

/** What a template holds, in words. */
function holdsOf(draft: Template["draft"]): string {
  if (isOfCourse(draft)) return `${draft.course.title}, ${plural(draft.questions.length, "question")}`;
  return `${plural(draft.sessions.length, "session")}, ${draft.place}`;
}

const isOfCourse = (draft: Template["draft"]): draft is CourseTemplate => "course" in draft;

/** A template of the actor's providers; null for any other. */
function findTemplate(db: Reader, ctx: ScopedContext, templateId: string): Template | null {
  const mine = and(eq(planTemplates.id, templateId), isMine(ctx));
  return db.select().from(planTemplates).where(mine).get() ?? null;
}

/** What a template of offerings holds, of the actor's providers; null for any other. */
export function findOfferingTemplate(db: Reader, ctx: ScopedContext, templateId: string): OfferingDraft | null {
  const draft = findTemplate(db, ctx, templateId)?.draft;
  return draft && !isOfCourse(draft) ? draft : null;
}

/** The offering with which a template began, for the steps that it has; null where its sessions are gone. */
export function findTemplateOriginal(db: Reader, ctx: ScopedContext, templateId: string): string | null {
  const ids = (findOfferingTemplate(db, ctx, templateId)?.sessions ?? []).flatMap(({ id }) => id ?? []);
  const session = db.select().from(sessions).where(inArray(sessions.id, ids)).limit(1).get();
  return session ? (findScopedOffering(db, ctx, session.offeringId)?.id ?? null) : null;
}

/** What a template of courses holds, of the actor's providers; null for any other. */
export function findCourseTemplate(db: Reader, ctx: ScopedContext, templateId: string): CourseTemplate | null {
  const draft = findTemplate(db, ctx, templateId)?.draft;
  return draft && isOfCourse(draft) ? draft : null;
}

/** Keeps how an offering or a course is set up under a name, for whoever plans the next one. */
export function keepTemplate(
  ctx: ScopedContext,
  input: { kind: TemplateKind; originalId: string; name: string },
): Outcome<{ id: string }, TemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { kind, name } = input;
    const original =
      kind === "offering" ? readOffering(tx, ctx, input.originalId) : readCourse(tx, ctx, input.originalId);
    if (!original) return refuse("unknown-original");
    const { providerId, draft } = original;
    if (isTaken(tx, { providerId, kind }, name)) return refuse("name-taken");
    const id = newId();
    const kept = { keptBy: ctx.actor.personId, keptAt: ctx.now };
    tx.insert(planTemplates)
      .values({ id, providerId, kind, name, draft, ...kept })
      .run();
    recordAudit(tx, ctx, { action: `${kind}-template.kept`, subjectId: id, detail: { name, providerId } });
    return ok({ id });
  });
}

function readOffering(tx: Transaction, ctx: ScopedContext, id: string) {
  const offering = findScopedOffering(tx, ctx, id);
  return offering && { providerId: offering.providerId, draft: toOfferingDraft(tx, offering) };
}

/** A course of the actor's providers as a template would keep it; null for any other. */
export function readCourse(
  db: Reader,
  ctx: ScopedContext,
  id: string,
): { providerId: string; draft: CourseTemplate } | null {
  const course = findScopedCourse(db, ctx, id);
  if (!course) return null;
  const questions = listQuestions(db, id).map(({ kind, prompt, choices, required }) => ({
    kind,
    prompt,
    choices,
    required,
  }));
  return { providerId: course.providerId, draft: { course: toCourseDraft(db, course), questions } };
}

/** Gives a template another name. */
export function renameTemplate(
  ctx: ScopedContext,
  input: { templateId: string; name: string },
): Outcome<{ id: string }, TemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const template = findTemplate(tx, ctx, input.templateId);
    if (!template) return refuse("unknown-template");
    if (template.name !== input.name && isTaken(tx, template, input.name)) return refuse("name-taken");
    tx.update(planTemplates).set({ name: input.name }).where(eq(planTemplates.id, template.id)).run();
    const changes = { name: [template.name, input.name] };
    recordAudit(tx, ctx, { action: `${template.kind}-template.renamed`, subjectId: template.id, detail: { changes } });
    return ok({ id: template.id });
  });
}

/** Deletes a template; what began with it stays as it is, and what it said stays in the audit log. */
export function deleteTemplate(ctx: ScopedContext, templateId: string): Outcome<{ id: string }, TemplateRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const template = findTemplate(tx, ctx, templateId);
    if (!template) return refuse("unknown-template");
    tx.delete(planTemplates).where(eq(planTemplates.id, template.id)).run();
    const { name, draft } = template;
    recordAudit(tx, ctx, {
      action: `${template.kind}-template.deleted`,
      subjectId: template.id,
      detail: { name, draft },
    });
    return ok({ id: template.id });
  });
}

function isTaken(tx: Transaction, { providerId, kind }: Pick<Template, "providerId" | "kind">, name: string): boolean {
  const same = and(
    eq(planTemplates.providerId, providerId),
    eq(planTemplates.kind, kind),
    eq(planTemplates.name, name),
  );
  return tx.select({ id: planTemplates.id }).from(planTemplates).where(same).get() !== undefined;
}

const isMine = (ctx: ScopedContext) => inArray(planTemplates.providerId, ctx.scopeIds);
