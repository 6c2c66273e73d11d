import { and, asc, count, desc, eq, lt, max } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { offeringMaterials } from "#drizzle/schema/materials";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { aggregateOf, countOf } from "~/platform/database/rows.server";
import { keepFile, receiveFile } from "~/platform/files/file-store.server";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { MaterialsForm } from "./material-form";
import { type MaterialRefusal, MOST_MATERIALS } from "./material-refusal";

type Row = typeof offeringMaterials.$inferSelect;
type Changed = Outcome<string, MaterialRefusal>;

/** The materials of an offering in their order, with what is known of their files; in one statement. */
export function listMaterials(db: Reader, offeringId: string) {
  return db
    .select({
      id: offeringMaterials.id,
      title: offeringMaterials.title,
      audience: offeringMaterials.audience,
      link: offeringMaterials.link,
      size: storedFiles.size,
      contentType: storedFiles.contentType,
    })
    .from(offeringMaterials)
    .leftJoin(storedFiles, eq(storedFiles.sha256, offeringMaterials.fileHash))
    .where(eq(offeringMaterials.offeringId, offeringId))
    .orderBy(asc(offeringMaterials.position), asc(offeringMaterials.id))
    .all();
}

export type Material = ReturnType<typeof listMaterials>[number];

/**
 * Adds, changes, replaces, orders or takes away a material of an offering. The caller has checked the right to the offering.
 * Returns what to say. What stood before is in the audit log; a file that was taken away is added again by adding it.
 */
export async function changeMaterials(
  ctx: ActorContext,
  offeringId: string,
  form: MaterialsForm,
  post: Once | null = null,
): Promise<Changed> {
  switch (form.intent) {
    case "add-file":
      return addFile(ctx, offeringId, form, post);
    case "add-link":
      return once(ctx, "material", post, () =>
        inTransaction(ctx.db, (tx) => {
          const { title, audience, link } = form;
          return insert(tx, ctx, offeringId, { title, audience, link, fileHash: null, extension: null });
        }),
      );
    case "replace":
      return replaceFile(ctx, offeringId, form);
    default:
      return inTransaction(ctx.db, (tx) => {
        const before = findMaterial(tx, offeringId, form.materialId);
        if (!before) return refuse("unknown-material");
        if (form.intent === "change") return change(tx, ctx, before, form);
        return form.intent === "take-away" ? takeAway(tx, ctx, before) : moveUp(tx, ctx, before);
      });
  }
}

/** Gives an offering the materials of another: the same files and links under rows of its own. */
export function copyMaterials(tx: Transaction, ctx: ActorContext, fromId: string, toId: string): void {
  const rows = tx.select().from(offeringMaterials).where(eq(offeringMaterials.offeringId, fromId)).all();
  for (const row of rows) {
    const copy = { id: newId(), offeringId: toId, addedAt: ctx.now, addedBy: ctx.actor.personId };
    tx.insert(offeringMaterials)
      .values({ ...row, ...copy })
      .run();
  }
  if (rows.length === 0) return;
  const detail = { from: fromId, titles: rows.map(({ title }) => title) };
  recordAudit(tx, ctx, { action: "material.copied", subjectId: toId, detail });
}

async function addFile(
  ctx: ActorContext,
  offeringId: string,
  { title, audience, file }: Extract<MaterialsForm, { intent: "add-file" }>,
  post: Once | null,
): Promise<Changed> {
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  return once(ctx, "material", post, () =>
    inTransaction(ctx.db, (tx) => {
      const { sha256: fileHash, extension } = received.value;
      keepFile(tx, ctx, received.value);
      const named = file.name.replace(/\.[^.]*$/, "").slice(0, 120) || "File";
      return insert(tx, ctx, offeringId, { title: title ?? named, audience, link: null, fileHash, extension });
    }),
  );
}

async function replaceFile(
  ctx: ActorContext,
  offeringId: string,
  { materialId, file }: Extract<MaterialsForm, { intent: "replace" }>,
): Promise<Changed> {
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  return inTransaction(ctx.db, (tx) => {
    const before = findMaterial(tx, offeringId, materialId);
    if (!before) return refuse("unknown-material");
    if (before.link !== null) return refuse("not-a-file");
    const { sha256: fileHash, extension } = received.value;
    keepFile(tx, ctx, received.value);
    return write(tx, ctx, before, { fileHash, extension }, "replaced", `${before.title} is replaced.`);
  });
}

function insert(
  tx: Transaction,
  ctx: ActorContext,
  offeringId: string,
  input: Pick<Row, "title" | "audience" | "link" | "fileHash" | "extension">,
): Changed {
  const mine = eq(offeringMaterials.offeringId, offeringId);
  if (countOf(tx.select({ count: count() }).from(offeringMaterials).where(mine)) >= MOST_MATERIALS)
    return refuse("too-many-materials");
  const { last } = aggregateOf(
    tx
      .select({ last: max(offeringMaterials.position) })
      .from(offeringMaterials)
      .where(mine),
  );
  const id = newId();
  const position = (last ?? 0) + 1;
  tx.insert(offeringMaterials)
    .values({ id, offeringId, position, addedAt: ctx.now, addedBy: ctx.actor.personId, ...input })
    .run();
  recordAudit(tx, ctx, { action: "material.added", subjectId: id, detail: { offeringId, ...input } });
  return ok(`${input.title} is added.`);
}

function change(
  tx: Transaction,
  ctx: ActorContext,
  before: Row,
  { title, audience, link }: Extract<MaterialsForm, { intent: "change" }>,
): Changed {
  if (before.link !== null && link === null) return refuse("no-link");
  // The form of a file has no address.
  const values = { title, audience, ...(before.link !== null && { link }) };
  return write(tx, ctx, before, values, "changed", "Saved.");
}

function takeAway(tx: Transaction, ctx: ActorContext, before: Row): Changed {
  tx.delete(offeringMaterials).where(eq(offeringMaterials.id, before.id)).run();
  const { id: subjectId, position: _position, ...detail } = before;
  recordAudit(tx, ctx, { action: "material.taken-away", subjectId, detail });
  return ok(`${before.title} is taken away.`);
}

function moveUp(tx: Transaction, ctx: ActorContext, before: Row): Changed {
  const above = tx
    .select()
    .from(offeringMaterials)
    .where(and(eq(offeringMaterials.offeringId, before.offeringId), lt(offeringMaterials.position, before.position)))
    .orderBy(desc(offeringMaterials.position))
    .limit(1)
    .get();
  if (!above) return ok("It is the first already.");
  tx.update(offeringMaterials).set({ position: before.position }).where(eq(offeringMaterials.id, above.id)).run();
  return write(tx, ctx, before, { position: above.position }, "moved", "Moved.");
}

function write(
  tx: Transaction,
  ctx: ActorContext,
  before: Row,
  values: Partial<Row>,
  what: "changed" | "replaced" | "moved",
  said: string,
): Changed {
  tx.update(offeringMaterials).set(values).where(eq(offeringMaterials.id, before.id)).run();
  const { id: subjectId, offeringId, title } = before;
  const detail = { offeringId, title, changes: changesBetween<object>(before, values) };
  recordAudit(tx, ctx, { action: `material.${what}`, subjectId, detail });
  return ok(said);
}

const findMaterial = (db: Reader, offeringId: string, materialId: string): Row | undefined =>
  db
    .select()
    .from(offeringMaterials)
    .where(and(eq(offeringMaterials.id, materialId), eq(offeringMaterials.offeringId, offeringId)))
    .get();
