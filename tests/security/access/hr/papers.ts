import { PLAIN_LAYOUT } from "~/hr/exports/layouts/export-layout";
import { addLayout } from "~/hr/exports/layouts/layout.server";
import { newLocalRuleForm } from "~/hr/local-rules/local-rule-form";
import { addRule } from "~/hr/local-rules/local-rule.server";
import { addHrNote, setHrNoteDeleted } from "~/hr/notes/hr-note.server";
import { takeStaffList } from "~/hr/staff-lists/importing/staff-list.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../../support/clock";
import { actingAs } from "../../../support/database";
import { done } from "../../../support/done";
import type { Cast, Owner } from "../cast";

/** A note that stands, and one that was deleted. */
export function addNotes(hr: ScopedContext, organisationId: string, personId: string) {
  const [note, deletedNote] = ["stands", "is gone"].map((words) =>
    addHrNote(hr, { organisationId, personId, body: `Noted of ${organisationId}: ${words}.` }),
  ) as [string, string];
  setHrNoteDeleted(hr, { personId, noteId: deletedNote, deleted: true });
  return { note, deletedNote };
}

/** A rule of long ago. */
export const addLocalRule = (hr: ScopedContext, organisationId: string): string => {
  const rule = { organisationId, fromDate: "2020-01-01", cutoff: "09-30", criteria: ["a", "b"] };
  return done(addRule(hr, newLocalRuleForm.parse(rule)));
};

/** A layout with its owner's name in its own. */
export const addExportLayout = (hr: ScopedContext, organisationId: string, owner: Owner): string =>
  done(addLayout(hr, { organisationId, name: `Payroll of ${owner}`, ...PLAIN_LAYOUT }));

/** A staff list with the learner on it, which waits for HR. */
export function addStaffList(db: Database, cast: Cast, owner: Owner): string {
  const learner = cast.learners[owner];
  const organisationId = cast.districts[owner];
  const hr = actingAs(db, cast.staff[`hr ${owner}`], { now: TEST_NOW, scopeIds: [organisationId] });
  const [first = "", ...last] = learner.name.split(" ");
  const rows = [{ line: 2, cells: [last.join(" "), first, learner.email] }];
  const table = { sheet: null, otherSheets: [], heads: ["Last name", "First name", "Email"], rows };
  return done(takeStaffList(hr, { organisationId, fileName: `${owner}.csv`, table })).id;
}
