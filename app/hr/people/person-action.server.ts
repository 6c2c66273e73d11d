import { saveDegreeForm } from "~/hr/local-rules/degree-action.server";
import { runNoteForm } from "~/hr/notes/note-action.server";
import type { ScopedContext } from "~/people/roles/permission.server";

/** Does what the page of a person posts: the degree, or a note. Either an answer for the page, or what was done, in words. */
export function runPersonForm(ctx: ScopedContext, personId: string, fields: FormData) {
  if (fields.get("intent") !== "degree") return runNoteForm(ctx, personId, fields);
  const { reply } = saveDegreeForm(ctx, personId, fields);
  return reply ? { reply } : { reply: null, told: "Saved.", at: "" };
}
