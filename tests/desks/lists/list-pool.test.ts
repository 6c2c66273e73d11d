import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { AUDIT_LIST } from "~/desks/activity/activity-list";
import { activitySource } from "~/desks/activity/activity-list.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import { showLongList } from "~/desks/lists/list-pool.server";
import { allPeopleSource } from "~/people/persons/all-people-list.server";
import { loader } from "~/routes/staff/lists.$name";
import { actingAs, useTestDatabaseFile } from "../../support/database";
import { copyRow } from "../../support/copies";
import { give, makePerson } from "../../support/factories";
import { readingsOf } from "../../support/readings";
import { get } from "../../support/request";

test("a long list is written beside the pages: every row, whose reading is noted, and nobody waits for it", async () => {
  const db = useTestDatabaseFile();
  const admin = makePerson(db);
  give(db, admin, "admin", null);
  const one = makePerson(db, { first: "Ada", last: "Ames" });
  copyRow(db, { table: "persons", id: one.personId, times: 3_000 }, () => ({ email: null, certificate_number: null }));
  const name = "people";
  const request = await get(db, `/lists/${name}.csv?sort=name&cols=email`, admin);
  let turns = 0;
  const others = setInterval(() => turns++, 5);
  const answer = await loader({ request, params: { name: `${name}.csv` }, context: {} });
  clearInterval(others);
  const lines = (await answer.text()).trim().split("\r\n");
  expect(answer.headers.get("Content-Disposition")).toContain("people.csv");
  const everybody = db.select({ id: persons.id }).from(persons).all();
  expect(lines).toHaveLength(everybody.length + 1);
  expect(lines.filter((line) => line.startsWith('"Ames, Ada"'))).toHaveLength(3_001);
  flushReadings();
  const read = readingsOf(db, "people.searched").flatMap(({ personIds }) => personIds);
  expect(new Set(read)).toEqual(new Set(everybody.map(({ id }) => id)));
  // Reading alone takes longer than that; on the pages' own thread there would be one turn, or none.
  expect(turns).toBeGreaterThan(5);
});

test("a long list in another order is sorted beside the pages, and looks as if it were sorted here", async () => {
  const db = useTestDatabaseFile();
  const admin = makePerson(db);
  give(db, admin, "admin", null);
  const one = makePerson(db, { first: "Ada", last: "Ames" });
  const email = (nth: number) => `${String(nth).padStart(5, "0")}@test.example`;
  copyRow(db, { table: "persons", id: one.personId, times: 5_100 }, (nth) => ({
    email: email(nth),
    certificate_number: null,
  }));
  const page = async (query: string) => {
    const request = await get(db, `/admin/people?${query}`, admin);
    let turns = 0;
    const others = setInterval(() => turns++, 5);
    const ctx = actingAs(db, admin);
    const list = await showLongList(ctx, request, allPeopleSource(ctx, new URL(request.url).searchParams));
    clearInterval(others);
    return { emails: list.rows.map((row) => row.email), state: list.state, total: list.total, turns };
  };
  const second = await page("sort=email&page=2");
  expect(second).toMatchObject({ total: 1_001, state: { page: 2, sort: { key: "email", direction: "asc" } } });
  expect(second.emails).toEqual(Array.from({ length: 50 }, (_, nth) => email(50 + nth)));
  expect(second.turns).toBeGreaterThan(0);
  // Few rows, and the usual order, are read here at once.
  expect(await page("sort=-email&q=00001")).toMatchObject({ emails: [email(1)], turns: 0 });
  expect((await page("sort=name")).turns).toBe(0);
});

test("what few rows of a long list fit is looked for beside the pages, and a page past the end is the last one", async () => {
  const db = useTestDatabaseFile();
  const admin = makePerson(db);
  give(db, admin, "admin", null);
  inTransaction(db, (tx) =>
    recordAudit(tx, actingAs(db, admin), { action: "mail.resent", subjectId: "one", personId: null }),
  );
  const [one] = db.select().from(auditEntries).where(eq(auditEntries.action, "mail.resent")).all();
  copyRow(db, { table: "audit_entries", id: one!.id, times: 5_100 }, () => ({ action: "offering.saved" }));
  const page = async (query: string) => {
    const request = await get(db, `/admin/audit?${query}`, admin);
    let turns = 0;
    const others = setInterval(() => turns++, 5);
    const list = await showLongList(
      actingAs(db, admin),
      request,
      activitySource(actingAs(db, admin), AUDIT_LIST, undefined),
    );
    clearInterval(others);
    return { ids: list.rows.map(({ id }) => id), total: list.total, page: list.state.page, turns };
  };
  const found = await page("kind=messages&page=7");
  expect(found).toMatchObject({ ids: [one!.id], total: 1, page: 1 });
  expect(found.turns).toBeGreaterThan(0);
  expect(await page("")).toMatchObject({ ids: { length: 50 }, total: 1_001, page: 1, turns: 0 });
});
