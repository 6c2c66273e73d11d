import { eq, inArray } from "drizzle-orm";
import { courses } from "#drizzle/schema/catalog";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { canHaveAudiences } from "~/catalog/audiences/audience.server";
import { canHaveArea } from "~/catalog/courses/course.server";
import type { MicrocredentialRefusal } from "~/microcredentials/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { isCurrent } from "~/platform/http/stale-form.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { containsItself, type Definition, NEW_DEFINITION } from "./definition";
import { toDefinitionDraft } from "./definition-draft";
import {
  findDraftVersion,
  findScopedMicrocredential,
  listPublishedOptions,
  listStackParts,
  type Microcredential,
  type Version,
} from "./definition.server";
import type { DefinitionForm } from "./definition-form";

type Written = Outcome<{ id: string }, MicrocredentialRefusal>;

/** Drafts a micro-credential of a provider that the actor coordinates. */
export function createMicrocredential(
  ctx: ScopedContext,
  input: { providerId: string; programArea: string; title: string; competency: string },
): Written {
  return inTransaction(ctx.db, (tx) => {
    const { providerId, programArea, title, competency } = input;
    if (!ctx.scopeIds.includes(providerId)) return refuse("unknown-microcredential");
    if (!canHaveArea(tx, programArea)) return refuse("unknown-program-area");
    const id = newId();
    const at = { createdAt: ctx.now, updatedAt: ctx.now };
    tx.insert(microcredentials)
      .values({ id, providerId, programArea, title, state: "draft", ...at })
      .run();
    insertVersion(tx, ctx, id, 1, { ...NEW_DEFINITION, title, competency });
    recordAudit(tx, ctx, { action: "microcredential.created", subjectId: id, detail: { title } });
    return ok({ id });
  });
}

/** Adds a version that is being written. */
export function insertVersion(
  tx: Transaction,
  ctx: ScopedContext,
  microcredentialId: string,
  number: number,
  definition: Definition,
): void {
  const by = { savedAt: ctx.now, savedBy: ctx.actor.personId };
  tx.insert(microcredentialVersions)
    .values({ id: newId(), microcredentialId, number, definition, ...by })
    .run();
}

/** Rewrites what a draft version says, apart from its criteria and parts of evidence. */
export function saveDefinition(
  ctx: ScopedContext,
  input: DefinitionForm & { id: string; base?: string | undefined },
): Written {
  return changeDraft(ctx, input.id, (tx, { microcredential, definition }) => {
    const before = toDefinitionDraft(definition, microcredential.programArea);
    if (!isCurrent(input.base, before)) return refuse("changed-meanwhile");
    if (!canHaveArea(tx, input.programArea, microcredential.programArea)) return refuse("unknown-program-area");
    if (!canHaveAudiences(tx, input.audiences, definition.audiences)) return refuse("unknown-audience");
    if (!areKnown(tx, microcredential, input)) return refuse("unknown-prerequisite");
    if (containsItself(microcredential.id, input.stack, listStackParts(tx))) return refuse("contains-itself");
    const next: Definition = { ...definition, ...valuesOf(input) };
    tx.update(microcredentials)
      .set({ programArea: input.programArea })
      .where(eq(microcredentials.id, microcredential.id))
      .run();
    const changes = changesBetween<object>(before, toDefinitionDraft(next, input.programArea));
    return ok({ next, action: "microcredential.updated", detail: { changes } });
  });
}

function valuesOf(input: DefinitionForm): Omit<Definition, "criteria" | "evidence"> {
  const { title, competency, method, importance, sources, audience, audiences, example, alignment, stack } = input;
  const { promisedDays, validYears, secondEvery, hours } = input;
  return {
    ...{ title, competency, method, importance, sources, audience, audiences, example, alignment, stack },
    ...{ promisedDays, validYears, secondEvery, minutes: hours, blind: input.blind === "on" },
    prerequisites: [
      ...input.courses.map((id) => ({ kind: "course" as const, id })),
      ...input.first.map((id) => ({ kind: "microcredential" as const, id })),
    ],
  };
}

/** Whether everything that it builds on is the provider's and published. */
function areKnown(tx: Transaction, { id, providerId }: Microcredential, input: DefinitionForm): boolean {
  const options = new Set(listPublishedOptions(tx, [providerId]).map(({ value }) => value));
  const built = [...input.first, ...input.stack].filter((each) => each !== id);
  if (input.first.includes(id) || built.some((each) => !options.has(each))) return false;
  if (input.courses.length === 0) return true;
  const found = tx.select({ id: courses.id, providerId: courses.providerId }).from(courses);
  const theirs = found.where(inArray(courses.id, input.courses)).all();
  return theirs.filter((course) => course.providerId === providerId).length === new Set(input.courses).size;
}

/** What a change of a draft starts from. */
export interface DraftState {
  microcredential: Microcredential;
  version: Version;
  definition: Definition;
}

/** What a change of a draft comes to. */
export interface DraftChange {
  next: Definition;
  action: string;
  detail: Record<string, unknown>;
}

/** Changes the version that is being written; refused where what is published is all there is (M1). */
export function changeDraft(
  ctx: ScopedContext,
  id: string,
  change: (tx: Transaction, state: DraftState) => Outcome<DraftChange, MicrocredentialRefusal>,
): Written {
  return inTransaction(ctx.db, (tx) => {
    const microcredential = findScopedMicrocredential(tx, ctx, id);
    if (!microcredential) return refuse("unknown-microcredential");
    const version = findDraftVersion(tx, id);
    if (!version) return refuse("no-draft");
    const changed = change(tx, { microcredential, version, definition: version.definition });
    if (!changed.ok) return changed;
    const { next, action, detail } = changed.value;
    tx.update(microcredentialVersions)
      .set({ definition: next, savedAt: ctx.now, savedBy: ctx.actor.personId })
      .where(eq(microcredentialVersions.id, version.id))
      .run();
    // What is in the catalog keeps the title of the version that is published.
    const title = microcredential.state === "draft" ? { title: next.title } : {};
    tx.update(microcredentials)
      .set({ ...title, updatedAt: ctx.now })
      .where(eq(microcredentials.id, id))
      .run();
    recordAudit(tx, ctx, { action, subjectId: id, detail });
    return ok({ id });
  });
}
