import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { personNotes } from "#drizzle/schema/person-notes";
import { providers } from "#drizzle/schema/providers";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { displayNameOf } from "./name";

/** Whose notes somebody reads: those of some providers' staff; administrators read all. */
export type NoteReader = { everything: boolean; providerIds: readonly string[] };

/** Adds a note for the staff of a provider, or for administrators alone. Sending a nonce again adds nothing. */
export function addNote(
  ctx: ActorContext,
  input: { personId: string; providerId: string | null; body: string; nonce: string },
): void {
  inTransaction(ctx.db, (tx) => {
    const { personId, providerId, body, nonce } = input;
    const id = newId();
    const row = { id, personId, providerId, body, nonce, authorId: ctx.actor.personId, createdAt: ctx.now };
    const written = tx.insert(personNotes).values(row).onConflictDoNothing().run();
    if (written.changes > 0) recordAudit(tx, ctx, { action: "person.note-added", subjectId: id, personId });
  });
}

/** The author takes a note back: nobody reads it any more. */
export function takeBackNote(
  ctx: ActorContext,
  { personId, noteId }: { personId: string; noteId: string },
): Outcome<null, "unknown-note"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(
      eq(personNotes.id, noteId),
      eq(personNotes.personId, personId),
      eq(personNotes.authorId, ctx.actor.personId),
      isNull(personNotes.withdrawnAt),
    );
    const taken = tx.update(personNotes).set({ withdrawnAt: ctx.now }).where(mine).run();
    if (taken.changes === 0) return refuse("unknown-note");
    recordAudit(tx, ctx, { action: "person.note-withdrawn", subjectId: noteId, personId });
    return ok(null);
  });
}

/** The notes about a person that somebody may read, newest first. */
export function listNotes(ctx: ActorContext, db: Reader, personId: string, reader: NoteReader) {
  const seen = reader.everything ? undefined : inArray(personNotes.providerId, [...reader.providerIds]);
  const mine = eq(personNotes.authorId, ctx.actor.personId);
  return db
    .select({ note: personNotes, author: persons, provider: providers.shortName })
    .from(personNotes)
    .innerJoin(persons, eq(persons.id, personNotes.authorId))
    .leftJoin(providers, eq(providers.id, personNotes.providerId))
    .where(and(eq(personNotes.personId, personId), isNull(personNotes.withdrawnAt), seen && or(seen, mine)))
    .orderBy(desc(personNotes.id))
    .all()
    .map(({ note, author, provider }) => ({
      id: note.id,
      body: note.body,
      createdAt: note.createdAt,
      authorName: displayNameOf(author),
      provider,
      isMine: note.authorId === ctx.actor.personId,
    }));
}
