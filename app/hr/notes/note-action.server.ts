import { z } from "zod";
import type { ScopedContext } from "~/people/roles/permission.server";
import { parseForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { ok } from "~/platform/outcome";
import { findLastChange } from "~/people/persons/last-change.server";
import { addHrNote, changeHrNote, findHrNote, setHrNoteDeleted } from "./hr-note.server";
import { noteForms } from "./note-form";

const form = z.discriminatedUnion("intent", [...noteForms]);

const TOLD = {
  "add-note": "The note is kept.",
  "change-note": "The note is changed.",
  "delete-note": "The note is deleted. You can bring it back below.",
  "restore-note": "The note is back.",
} as const;

const DELETED = "A colleague has deleted this note meanwhile. Bring it back below, then save your words again.";

/** Does what a form of notes says. A note that somebody changed meanwhile is not written over: both wordings are shown. */
export function runNoteForm(ctx: ScopedContext, personId: string, fields: FormData) {
  if (fields.get("intent") === "add-note") return addNote(ctx, personId, fields);
  const posted = fields.get("noteId");
  const noteId = typeof posted === "string" ? posted : "";
  const saved = saveVersioned(
    ctx,
    fields,
    form,
    (tx) => {
      const note = fields.get("intent") === "change-note" ? findHrNote(tx, ctx, { personId, noteId }) : null;
      return note && { draft: { body: note.body }, change: () => findLastChange(tx, note.id) };
    },
    (value) => {
      if (value.intent === "change-note") return changeHrNote(ctx, { personId, noteId, body: value.body });
      setHrNoteDeleted(ctx, { personId, noteId, deleted: value.intent === "delete-note" });
      return ok(null);
    },
  );
  if (saved.reply) return { reply: saved.reply };
  if (!saved.answer.ok) return { reply: saved.form.refuse(DELETED) };
  return done(saved.form.value.intent);
}

function addNote(ctx: ScopedContext, personId: string, fields: FormData) {
  const read = parseForm(fields, noteForms[0]);
  if (!read.ok) return { reply: read.reply };
  once(ctx, "hr-note", read.once, () => ok(addHrNote(ctx, { ...read.value, personId })));
  return done("add-note");
}

const done = (intent: keyof typeof TOLD) => ({ reply: null, told: TOLD[intent], at: "#notes" });
