import { and, eq, isNull } from "drizzle-orm";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import type { MicrocredentialRefusal } from "~/microcredentials/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { deleteUnused } from "~/platform/database/unused.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { containsItself, findPublishFaults, type MicrocredentialState } from "./definition";
import {
  findActiveVersion,
  findDraftVersion,
  findScopedMicrocredential,
  listStackParts,
  listVersions,
  type Microcredential,
} from "./definition.server";
import { insertVersion } from "./write-definition.server";

type Done = Outcome<{ id: string }, MicrocredentialRefusal>;

/**
 * Publishes the version that is being written: it is frozen, and takes the place of the one before it. Portfolios that began
 * under that one stay under it (M1).
 */
export function publishVersion(ctx: ScopedContext, id: string): Done {
  return withMicrocredential(ctx, id, (tx) => {
    const draft = findDraftVersion(tx, id);
    if (!draft) return refuse("no-draft");
    const [fault] = findPublishFaults(draft.definition);
    if (fault) return refuse(fault);
    // Another stack may have taken this one in since it was saved.
    if (containsItself(id, draft.definition.stack, listStackParts(tx))) return refuse("contains-itself");
    const active = findActiveVersion(tx, id);
    if (active) {
      tx.update(microcredentialVersions)
        .set({ replacedAt: ctx.now })
        .where(eq(microcredentialVersions.id, active.id))
        .run();
    }
    tx.update(microcredentialVersions)
      .set({ publishedAt: ctx.now, publishedBy: ctx.actor.personId })
      .where(eq(microcredentialVersions.id, draft.id))
      .run();
    setState(tx, ctx, id, "published", draft.definition.title);
    const detail = { version: draft.number };
    recordAudit(tx, ctx, { action: "microcredential.published", subjectId: id, detail });
    return ok({ id });
  });
}

/** Begins a new version with what the published one says. */
export function beginVersion(ctx: ScopedContext, id: string): Done {
  return withMicrocredential(ctx, id, (tx) => {
    const active = findActiveVersion(tx, id);
    if (!active) return refuse("not-published");
    if (findDraftVersion(tx, id)) return refuse("has-draft");
    const [newest = active] = listVersions(tx, id);
    insertVersion(tx, ctx, id, newest.number + 1, active.definition);
    const detail = { version: newest.number + 1 };
    recordAudit(tx, ctx, { action: "microcredential.version-begun", subjectId: id, detail });
    return ok({ id });
  });
}

/** Throws away the version that is being written; what is published stays as it is. */
export function dropVersion(ctx: ScopedContext, id: string): Done {
  return withMicrocredential(ctx, id, (tx) => {
    const draft = findDraftVersion(tx, id);
    if (!draft || !findActiveVersion(tx, id)) return refuse("no-draft");
    tx.delete(microcredentialVersions).where(eq(microcredentialVersions.id, draft.id)).run();
    const detail = { version: draft.number, definition: draft.definition };
    recordAudit(tx, ctx, { action: "microcredential.version-dropped", subjectId: id, detail });
    return ok({ id });
  });
}

/** Takes it out of the catalog: nobody begins any more, and work under way is judged as before. */
export function retireMicrocredential(ctx: ScopedContext, id: string): Done {
  return withMicrocredential(ctx, id, (tx, { state }) => {
    if (state !== "published") return refuse("not-published");
    setState(tx, ctx, id, "retired");
    recordAudit(tx, ctx, { action: "microcredential.retired", subjectId: id });
    return ok({ id });
  });
}

/** Puts a retired one back into the catalog, as it was. */
export function returnMicrocredential(ctx: ScopedContext, id: string): Done {
  return withMicrocredential(ctx, id, (tx, { state }) => {
    if (state !== "retired") return refuse("not-published");
    setState(tx, ctx, id, "published");
    recordAudit(tx, ctx, { action: "microcredential.returned", subjectId: id });
    return ok({ id });
  });
}

/** Deletes one that was never published. */
export function deleteMicrocredential(ctx: ScopedContext, id: string): Done {
  return withMicrocredential(ctx, id, (tx, { title, state }) => {
    if (state !== "draft") return refuse("in-use");
    const unpublished = and(
      eq(microcredentialVersions.microcredentialId, id),
      isNull(microcredentialVersions.publishedAt),
    );
    tx.delete(microcredentialVersions).where(unpublished).run();
    if (!deleteUnused(tx.delete(microcredentials).where(eq(microcredentials.id, id)))) return refuse("in-use");
    recordAudit(tx, ctx, { action: "microcredential.deleted", subjectId: id, detail: { title } });
    return ok({ id });
  });
}

function withMicrocredential(
  ctx: ScopedContext,
  id: string,
  run: (tx: Transaction, microcredential: Microcredential) => Done,
): Done {
  return inTransaction(ctx.db, (tx) => {
    const found = findScopedMicrocredential(tx, ctx, id);
    return found ? run(tx, found) : refuse("unknown-microcredential");
  });
}

function setState(tx: Transaction, ctx: ScopedContext, id: string, state: MicrocredentialState, title?: string): void {
  tx.update(microcredentials)
    .set({ state, updatedAt: ctx.now, ...(title !== undefined && { title }) })
    .where(eq(microcredentials.id, id))
    .run();
}
