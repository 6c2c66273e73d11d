import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { RememberedColumns } from "../../../app/hr/staff-lists/reading/staff-heads";
import type { StaffDecisions } from "../../../app/hr/staff-lists/planning/staff-plan";
import {
  MATCHED_BY,
  OPEN_STAFF_LISTS,
  type FateCounts,
  type NewStaff,
  STAFF_EFFECTS,
  STAFF_FATES,
  STAFF_LIST_STATES,
} from "../../../app/hr/staff-lists/staff-list-state";
import type { AffiliationInput } from "../../../app/people/affiliations/affiliation-form";
import type { RoleKind } from "../../../app/people/roles/role";
import { id, instant, oneOf, whereOneOf } from "../column";
import { organisations, persons } from "../people";

/** How a district's HR system writes its staff: said once, and remembered. */
export const staffListSettings = sqliteTable("staff_list_settings", {
  organisationId: text("organisation_id")
    .primaryKey()
    .references(() => organisations.id),
  /** How long an employee ID is: zeros that a spreadsheet dropped are put back; null: IDs stay as they came. */
  employeeIdLength: integer("employee_id_length"),
  /** The same of schools that are named by a number. */
  schoolCodeLength: integer("school_code_length"),
  columns: text("columns", { mode: "json" }).$type<RememberedColumns>().notNull(),
  /** What the district's words for what people do mean. */
  roles: text("roles", { mode: "json" }).$type<Record<string, RoleKind>>().notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** What of a file is shown as long as it waits: its columns, each with an example, and which sheet was read. */
export interface StaffFileFacts {
  sheet: string | null;
  /** Sheets of the workbook that were not read. */
  otherSheets: string[];
  columns: { head: string; example: string }[];
}

/** One import of a district's staff: a dry run first, then all of it or nothing. */
export const staffLists = sqliteTable(
  "staff_lists",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    state: text("state", { enum: STAFF_LIST_STATES }).notNull(),
    fileName: text("file_name").notNull(),
    readAt: instant("read_at").notNull(),
    readBy: text("read_by")
      .notNull()
      .references(() => persons.id),
    facts: text("facts", { mode: "json" }).$type<StaffFileFacts>().notNull(),
    /** Words for what people do that nobody knows yet. */
    words: text("words", { mode: "json" }).$type<string[]>().notNull(),
    decisions: text("decisions", { mode: "json" }).$type<StaffDecisions>().notNull(),
    counts: text("counts", { mode: "json" }).$type<FateCounts>(),
    /** Rises with every new plan: what is carried out must be what was shown. */
    version: integer("version").notNull().default(1),
    /** Who carries it out or takes it back, and from where. */
    accountId: text("account_id"),
    address: text("address"),
    requestId: text("request_id"),
    total: integer("total").notNull().default(0),
    done: integer("done").notNull().default(0),
    /** The line after which fees have still to follow what was carried out or taken back; null: none. */
    feesFrom: integer("fees_from"),
    appliedAt: instant("applied_at"),
    finishedAt: instant("finished_at"),
    /** How it ended, in words. */
    answer: text("answer"),
  },
  (t) => [
    oneOf("staff_lists_state", t.state, STAFF_LIST_STATES),
    check("staff_lists_done", sql`${t.done} >= 0 and ${t.done} <= ${t.total}`),
    uniqueIndex("staff_lists_open").on(t.organisationId).where(whereOneOf(t.state, OPEN_STAFF_LISTS)),
    index("staff_lists_organisation").on(t.organisationId, t.readAt),
    index("staff_lists_state").on(t.state),
    index("staff_lists_fees").on(t.feesFrom),
  ],
);

/** The cells of a file until it is imported or thrown away, apart since they are large; never with a Social Security number. */
export const staffListRows = sqliteTable("staff_list_rows", {
  listId: text("list_id")
    .primaryKey()
    .references(() => staffLists.id, { onDelete: "cascade" }),
  rows: text("rows", { mode: "json" }).$type<{ line: number; cells: string[] }[]>().notNull(),
});

/** What becomes of each line of a list, and what it found when it was carried out, so that it can be taken back. */
export const staffListLines = sqliteTable(
  "staff_list_lines",
  {
    id: id(),
    listId: text("list_id")
      .notNull()
      .references(() => staffLists.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    line: integer("line"),
    fate: text("fate", { enum: STAFF_FATES }).notNull(),
    name: text("name").notNull(),
    employeeId: text("employee_id"),
    email: text("email"),
    /** Of no foreign key: a record that an import made goes when it is undone. */
    personId: text("person_id"),
    affiliationId: text("affiliation_id"),
    matchedBy: text("matched_by", { enum: MATCHED_BY }),
    effect: text("effect", { enum: STAFF_EFFECTS }).notNull(),
    input: text("input", { mode: "json" }).$type<AffiliationInput>(),
    newPerson: text("new_person", { mode: "json" }).$type<NewStaff>(),
    changes: text("changes", { mode: "json" }).$type<Record<string, readonly [unknown, unknown]>>().notNull(),
    reason: text("reason"),
    candidates: text("candidates", { mode: "json" }).$type<string[]>().notNull(),
    /** The entry as the plan found it, and as the import left it. */
    before: text("before", { mode: "json" }).$type<Record<string, unknown>>(),
    after: text("after", { mode: "json" }).$type<Record<string, unknown>>(),
    appliedAt: instant("applied_at"),
  },
  (t) => [
    oneOf("staff_list_lines_fate", t.fate, STAFF_FATES),
    oneOf("staff_list_lines_effect", t.effect, STAFF_EFFECTS),
    oneOf("staff_list_lines_matched_by", t.matchedBy, MATCHED_BY),
    uniqueIndex("staff_list_lines_position").on(t.listId, t.position),
    index("staff_list_lines_fate_here").on(t.listId, t.fate, t.position),
  ],
);
