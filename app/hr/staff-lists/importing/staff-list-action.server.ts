import type { ScopedContext } from "~/people/roles/permission.server";
import type { Outcome } from "~/platform/outcome";
import { decideWho, endMissing, keepMissing, saveMeanings } from "~/hr/staff-lists/planning/staff-decision.server";
import type { StaffListForm } from "~/hr/staff-lists/staff-list-form";
import { dropStaffList, startStaffList, stopStaffList, undoStaffList } from "./staff-list.server";
import type { StaffListRefusal } from "~/hr/staff-lists/staff-list-refusal";

/** What each form of a list's page says once it is done. */
export const STAFF_LIST_SAID: Record<StaffListForm["intent"], string> = {
  meanings: "Read anew. Your next lists are read so as well.",
  decide: "Decided.",
  "end-missing": "They end on that day once the list is imported.",
  "keep-missing": "They stay as they are.",
  apply: "The import is under way.",
  drop: "Thrown away. Nothing was changed.",
  stop: "Stopped. What was done of it is taken back.",
  undo: "The import is being undone.",
};

/** Does what a form of a list's page asks for. */
export function runStaffListForm(
  ctx: ScopedContext,
  listId: string,
  form: StaffListForm,
): Outcome<unknown, StaffListRefusal> {
  switch (form.intent) {
    case "meanings":
      return saveMeanings(ctx, {
        listId,
        columns: form.columns,
        words: form.words ?? [],
        meanings: form.meanings ?? [],
      });
    case "decide":
      return decideWho(ctx, { ...form, listId });
    case "end-missing":
      return endMissing(ctx, { ...form, listId, affiliationIds: form.affiliation ?? [] });
    case "keep-missing":
      return keepMissing(ctx, { ...form, listId, affiliationIds: form.affiliation ?? [] });
    case "apply":
      return startStaffList(ctx, { listId, version: form.version, leaveOut: form.leaveOut === "on" });
    case "drop":
      return dropStaffList(ctx, listId);
    case "stop":
      return stopStaffList(ctx, listId);
    case "undo":
      return undoStaffList(ctx, listId);
  }
}
