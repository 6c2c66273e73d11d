import { beforeEach, expect, test } from "vitest";
import { exportLayouts } from "#drizzle/schema/staff/exports";
import { PLAIN_LAYOUT } from "~/hr/exports/layouts/export-layout";
import { addLayout, changeLayout, deleteLayout, getLayout, listMyLayouts } from "~/hr/exports/layouts/layout.server";
import type { Database } from "~/platform/database/database.server";
import { writeBase } from "~/platform/http/stale-form";
import { action, loader } from "~/routes/hr/layouts.$id";
import { actingAs, useTestDatabase } from "../../../support/database";
import { done } from "../../../support/done";
import { give, makePerson, organisationId, type TestPerson } from "../../../support/factories";
import { get, post, thrownBy } from "../../../support/request";

let db: Database;
let hr: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hr, "hr", organisationId(db, "Highline"));
});

const args = (request: Request, id: string) => ({ request, params: { id }, context: {} });
const staff = (district = "Highline") => actingAs(db, hr, { scopeIds: [organisationId(db, district)] });
const COLUMNS = [{ key: "employeeId", header: "EMPID" } as const];
const INPUT = { ...PLAIN_LAYOUT, columns: COLUMNS, name: "Payroll" };
const add = () => done(addLayout(staff(), { ...INPUT, organisationId: organisationId(db, "Highline") }));

test("a layout is kept under a name that its organization has once, changed with its history, and deleted", () => {
  const id = add();
  expect(addLayout(staff(), { ...INPUT, organisationId: organisationId(db, "Highline") })).toMatchObject({
    reason: "name-taken",
  });
  done(
    changeLayout(staff(), id, {
      ...INPUT,
      hours: "minutes",
      columns: [...COLUMNS, { key: "lastName", header: "Last" }],
    }),
  );
  // The same once more is no change.
  done(
    changeLayout(staff(), id, {
      ...INPUT,
      hours: "minutes",
      columns: [...COLUMNS, { key: "lastName", header: "Last" }],
    }),
  );
  const { layout, history } = getLayout(staff(), id);
  expect(layout).toMatchObject({ name: "Payroll", layout: { hours: "minutes" } });
  expect(history.map(({ who, what }) => [who, what])).toEqual([
    ["Hana HR", "Changed: columns from EMPID to EMPID, Last; hours from Hours as 1.5 to Minutes as 90"],
    ["Hana HR", "Added"],
  ]);
  done(deleteLayout(staff(), id));
  expect(listMyLayouts(staff())).toEqual([]);
});

test("P2 nobody else finds, changes or deletes the layout of a district", () => {
  const id = add();
  expect(listMyLayouts(staff("Kent"))).toEqual([]);
  expect(changeLayout(staff("Kent"), id, INPUT)).toMatchObject({ reason: "unknown-layout" });
  expect(deleteLayout(staff("Kent"), id)).toMatchObject({ reason: "unknown-layout" });
  expect(() => addLayout(staff("Kent"), { ...INPUT, organisationId: organisationId(db, "Highline") })).toThrow();
  expect(db.select().from(exportLayouts).all()).toHaveLength(1);
});

test("a layout that somebody changed meanwhile is not overwritten", async () => {
  const id = add();
  const { data: page } = await loader(args(await get(db, `/hr/layouts/${id}`, hr), id));
  const base = writeBase({ ...page.draft });
  done(changeLayout(staff(), id, { ...INPUT, separator: "tab" }));
  const values = {
    intent: "save",
    name: "Payroll 2",
    ...{ days: "yyyy-mm-dd", separator: "comma", hours: "decimal" },
    "columns[0].key": "employeeId",
    "columns[0].place": "1",
    "columns[0].header": "EMPID",
  };
  const stale = await action(args(await post(db, `/hr/layouts/${id}`, { ...values, base }, hr), id));
  expect(stale).toMatchObject({
    init: { status: 409 },
    data: { stale: { fields: [{ field: "separator", now: "tab" }] } },
  });
  const saved = await thrownBy(async () => action(args(await post(db, `/hr/layouts/${id}`, values, hr), id)));
  expect(saved.headers.get("Location")).toBe("/hr/layouts");
  expect(db.select().from(exportLayouts).get()).toMatchObject({ name: "Payroll 2", layout: { separator: "comma" } });
});
