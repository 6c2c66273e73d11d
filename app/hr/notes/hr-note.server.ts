import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { organisations, persons } from "#drizzle/schema/people";
import { hrNotes, hrNoteVersions } from "#drizzle/schema/staff/hr-notes";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** One wording of a note. */
interface NoteVersion {
  version: number;
  body: string;
  writtenAt: number;
  writtenBy: string;
}

/** A note as HR of its district reads it; its wordings oldest first. */
export interface HrNote {
  id: string;
  organisationId: string;
  organisation: string;
  versions: NoteVersion[];
  deletedAt: number | null;
}

/**
 * The notes of these organisations about somebody, newest first, those that were deleted included. Asks nobody for permission:
 * whoever asks has found the person within these organisations.
 */
export function listHrNotes(db: Reader, personId: string, organisationIds: readonly string[]): HrNote[] {
  const rows = db
    .select({ note: hrNotes, version: hrNoteVersions, author: persons, organisation: organisations.name })
    .from(hrNotes)
    .innerJoin(hrNoteVersions, eq(hrNoteVersions.noteId, hrNotes.id))
    .innerJoin(persons, eq(persons.id, hrNoteVersions.writtenBy))
    .innerJoin(organisations, eq(organisations.id, hrNotes.organisationId))
    .where(and(eq(hrNotes.personId, personId), inArray(hrNotes.organisationId, [...organisationIds])))
    .orderBy(desc(hrNotes.id), asc(hrNoteVersions.version))
    .all();
  return [...Map.groupBy(rows, ({ note }) => note.id)].map(([id, own]) => {
    const { note, organisation } = own[0]!;
    const versions = own.map(({ version: { version, body, writtenAt }, author }) => ({
      ...{ version, body, writtenAt, writtenBy: displayNameOf(author) },
    }));
    return { id, organisationId: note.organisationId, organisation, versions, deletedAt: note.deletedAt };
  });
}

/**
 * HR of an organisation notes something about one of its people, for its own HR alone. The log says that it did, never what.
 * @throws Response 404 for an organisation that is not the actor's, and for somebody who never belonged to it
 */
export function addHrNote(
  ctx: ScopedContext,
  { organisationId, personId, body }: { organisationId: string; personId: string; body: string },
): string {
  return inTransaction(ctx.db, (tx) => {
    requireMine(tx, ctx, organisationId, personId);
    const id = newId();
    const by = ctx.actor.personId;
    tx.insert(hrNotes).values({ id, organisationId, personId, createdAt: ctx.now, createdBy: by }).run();
    insertVersion(tx, ctx, { noteId: id, version: 1, body });
    recordAudit(tx, ctx, { action: "hr-note.added", subjectId: id, personId, detail: { organisationId } });
    return id;
  });
}

/**
 * Gives a note another wording; the ones before stay on record. The same wording changes nothing.
 * @throws Response 404 for a note of any other organisation
 */
export function changeHrNote(
  ctx: ScopedContext,
  input: { personId: string; noteId: string; body: string },
): Outcome<null, "deleted"> {
  return inTransaction(ctx.db, (tx) => {
    const note = findHrNote(tx, ctx, input);
    if (!note) throw notFound();
    if (note.deletedAt !== null) return refuse("deleted");
    if (note.body === input.body) return ok(null);
    const version = note.version + 1;
    insertVersion(tx, ctx, { noteId: note.id, version, body: input.body });
    const { organisationId, personId } = note;
    recordAudit(tx, ctx, {
      action: "hr-note.changed",
      subjectId: note.id,
      personId,
      detail: { organisationId, version },
    });
    return ok(null);
  });
}

/**
 * Deletes a note, or brings it back: a deleted one is no part of the page, and stays on record.
 * @throws Response 404 for a note of any other organisation
 */
export function setHrNoteDeleted(
  ctx: ScopedContext,
  { deleted, ...which }: { personId: string; noteId: string; deleted: boolean },
): void {
  inTransaction(ctx.db, (tx) => {
    const note = findHrNote(tx, ctx, which);
    if (!note) throw notFound();
    if ((note.deletedAt !== null) === deleted) return;
    const mark = deleted ? { deletedAt: ctx.now, deletedBy: ctx.actor.personId } : { deletedAt: null, deletedBy: null };
    tx.update(hrNotes).set(mark).where(eq(hrNotes.id, note.id)).run();
    const { organisationId, personId } = note;
    const action = deleted ? "hr-note.deleted" : "hr-note.restored";
    recordAudit(tx, ctx, { action, subjectId: note.id, personId, detail: { organisationId } });
  });
}

/** A note about this person of one of the actor's organisations, with what it says now; null for any other. */
export function findHrNote(tx: Reader, ctx: ScopedContext, { personId, noteId }: { personId: string; noteId: string }) {
  const row = tx
    .select({ note: hrNotes, version: hrNoteVersions.version, body: hrNoteVersions.body })
    .from(hrNotes)
    .innerJoin(hrNoteVersions, eq(hrNoteVersions.noteId, hrNotes.id))
    .where(and(eq(hrNotes.id, noteId), eq(hrNotes.personId, personId), inArray(hrNotes.organisationId, ctx.scopeIds)))
    .orderBy(desc(hrNoteVersions.version))
    .limit(1)
    .get();
  if (!row || listAffiliationsWithin(tx, personId, [row.note.organisationId]).length === 0) return null;
  return { ...row.note, version: row.version, body: row.body };
}

function requireMine(tx: Transaction, ctx: ScopedContext, organisationId: string, personId: string): void {
  const isMine = ctx.scopeIds.includes(organisationId);
  if (!isMine || listAffiliationsWithin(tx, personId, [organisationId]).length === 0) throw notFound();
}

function insertVersion(
  tx: Transaction,
  ctx: ScopedContext,
  version: Pick<typeof hrNoteVersions.$inferInsert, "noteId" | "version" | "body">,
): void {
  tx.insert(hrNoteVersions)
    .values({ ...version, writtenAt: ctx.now, writtenBy: ctx.actor.personId })
    .run();
}
