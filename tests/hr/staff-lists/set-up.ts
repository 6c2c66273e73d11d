import { asc, eq } from "drizzle-orm";
import { accounts, affiliations, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { staffListLines, staffLists } from "#drizzle/schema/staff/staff-lists";
import { goOnWithStaffLists } from "~/hr/staff-lists/importing/go-on-with-staff-lists.server";
import { takeStaffList, startStaffList } from "~/hr/staff-lists/importing/staff-list.server";
import type { Database } from "~/platform/database/database.server";
import { TEST_NOW } from "../../support/clock";
import { actingAs, systemContext } from "../../support/database";
import { done } from "../../support/done";
import { organisationId, type TestPerson } from "../../support/factories";

export const HEADS = ["Employee ID", "Last name", "First name", "Email", "School", "Role", "First day", "Last day"];

/** A table of lines such as `0047,Sample,Ana,,Hilltop,Teacher,9/1/2024,`, the first on line 2. */
export const tableOf = (...lines: string[]) => ({
  sheet: null,
  otherSheets: [],
  heads: HEADS,
  rows: lines.map((text, index) => ({ line: index + 2, cells: text.split(",") })),
});

/** HR of one district at work with lists. */
export function desk(db: Database, hr: TestPerson, district = "Highline") {
  const id = organisationId(db, district);
  const acting = (now = TEST_NOW) => actingAs(db, hr, { now, scopeIds: [id] });
  const list = (listId: string) => db.select().from(staffLists).where(eq(staffLists.id, listId)).get()!;
  return {
    acting,
    district: id,
    list,
    take: (...lines: string[]) =>
      done(takeStaffList(acting(), { organisationId: id, fileName: "staff.csv", table: tableOf(...lines) })).id,
    start: (listId: string, leaveOut = false) =>
      startStaffList(acting(), { listId, version: list(listId).version, leaveOut }),
    lines: (listId: string) =>
      db
        .select()
        .from(staffListLines)
        .where(eq(staffListLines.listId, listId))
        .orderBy(asc(staffListLines.position))
        .all(),
    work: (now = TEST_NOW) => goOnWithStaffLists(systemContext(db, now)),
  };
}

/** Everything that an import may touch of people, without what is only counted up. */
export const peopleIn = (db: Database) => ({
  persons: db.select().from(persons).orderBy(asc(persons.id)).all(),
  accounts: db.select().from(accounts).orderBy(asc(accounts.id)).all(),
  affiliations: db.select().from(affiliations).orderBy(asc(affiliations.id)).all(),
});

export const actionsOn = (db: Database, subjectId: string): string[] =>
  db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId))
    .orderBy(asc(auditEntries.id))
    .all()
    .map(({ action }) => action);
