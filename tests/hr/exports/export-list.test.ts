import { beforeEach, expect, test } from "vitest";
import { exportSource } from "~/hr/exports/export-list.server";
import type { Database } from "~/platform/database/database.server";
import { onceOf } from "~/platform/http/once";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { readList } from "~/platform/lists/list-page.server";
import { at } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makePerson, organisationId } from "../../support/factories";
import { exportNow } from "../../support/hr/exports";

let db: Database;
beforeEach(() => {
  db = useTestDatabase();
});

const hana = () => makePerson(db, { first: "Hana", last: "HR" });
const hugo = () => makePerson(db, { first: "Hugo", last: "Đinh" });

async function exportOf(district: string, who: ReturnType<typeof makePerson>, now: number, onlyNew = false) {
  postCreditFor(db, makePerson(db, { organisation: district }));
  const id = organisationId(db, district);
  const ctx = actingAs(db, who, { now, scopeIds: [id] });
  return done(await exportNow(ctx, { organisationId: id, from: null, to: null, onlyNew }));
}

const listFor = (districts: string[], query = "") => {
  const scopeIds = districts.map((name) => organisationId(db, name));
  return readList(exportSource(actingAs(db, hana(), { scopeIds })), new URLSearchParams(query)).rows;
};

test("P2 HR sees the exports of their own districts, newest first, and those of no other", async () => {
  const first = await exportOf("Highline", hana(), at("2027-03-01T09:00"));
  const second = await exportOf("Highline", hugo(), at("2027-03-02T09:00"), true);
  const other = await exportOf("Kent", hana(), at("2027-03-03T09:00"));
  expect(listFor(["Highline"]).map(({ id }) => id)).toEqual([second.exportId, first.exportId]);
  expect(listFor(["Highline", "Kent"]).map(({ id }) => id)).toEqual([other.exportId, second.exportId, first.exportId]);
  expect(listFor(["Highline", "Kent"], `organization=${organisationId(db, "Kent")}`)).toHaveLength(1);
});

test("exports are found by who made them, what was asked, and the day", async () => {
  await exportOf("Highline", hana(), at("2027-03-01T23:59"));
  await exportOf("Highline", hugo(), at("2027-03-02T00:00"), true);
  const found = (query: string) => listFor(["Highline"], query).map(({ madeBy }) => madeBy);
  expect(found("q=dinh")).toEqual(["Hugo Đinh"]);
  expect(found("rows=new")).toEqual(["Hugo Đinh"]);
  expect(found("rows=all")).toEqual(["Hana HR"]);
  expect(found("to=2027-03-01")).toEqual(["Hana HR"]);
  expect(found("from=2027-03-02")).toEqual(["Hugo Đinh"]);
});

test("the list and its CSV take as many statements for one export as for many", async () => {
  await exportOf("Highline", hana(), at("2027-03-01T09:00"));
  const ctx = actingAs(db, hana(), { scopeIds: [organisationId(db, "Highline")] });
  const read = () => readList(exportSource(ctx), new URLSearchParams());
  const one = countStatements(db, read);
  for (let day = 1; day <= 9; day++) await exportOf("Highline", hana(), at(`2027-04-0${day}T09:00`));
  expect(countStatements(db, read)).toBe(one);
  expect(writeListCsv(exportSource(ctx), new URLSearchParams()).csv).toContain('"All dates"');
});

test("the same post twice gives one export with the same rows, other words another", async () => {
  postCreditFor(db, makePerson(db, { organisation: "Highline" }));
  const organisation = organisationId(db, "Highline");
  const ctx = actingAs(db, hana(), { scopeIds: [organisation] });
  const send = async (onlyNew: boolean) => {
    const fields = new FormData();
    fields.set("once", "0123456789abcdef0123456789abcdef");
    fields.set("onlyNew", String(onlyNew));
    return exportNow(ctx, { organisationId: organisation, from: null, to: null, onlyNew }, onceOf(fields));
  };
  const [first, second] = [done(await send(true)), done(await send(true))];
  expect(second).toMatchObject({ runId: first.runId, exportId: first.exportId, csv: first.csv, rows: 1 });
  expect(done(await send(false)).exportId).not.toBe(first.exportId);
  expect(await send(true)).toMatchObject({ ok: true, value: { exportId: first.exportId } });
});
