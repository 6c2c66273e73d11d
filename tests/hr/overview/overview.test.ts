import { expect, test } from "vitest";
import { amountInWords, CHARTS, inUnit, isChartName } from "~/hr/overview/overview";
import { tellCharts } from "~/hr/overview/overview.server";
import { readOverview } from "~/hr/overview/read-overview.server";
import { drawChart } from "~/hr/overview/chart-picture.server";
import type { ChartName } from "~/hr/overview/overview";
import type { Database } from "~/platform/database/database.server";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { at } from "../../support/clock";
import { copyRow } from "../../support/copies";
import { actingAs, useTestDatabase, useTestDatabaseFile } from "../../support/database";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { affiliate, give, makePerson, organisationId } from "../../support/factories";

const NOW = at("2026-12-15T09:00");
const DAY = "2026-10-06";
const YEAR = "2026";

/** Twelve teachers of one school of Highline and three of another, each with seven hours, three and a half of them for STEM. */
function twoSchools(db = useTestDatabase()) {
  const school = (building: string, count: number, organisation = "Highline") =>
    Array.from({ length: count }, () => {
      const person = makePerson(db);
      affiliate(db, person, { organisation, building });
      return {
        person,
        ...postCreditFor(db, person, { day: DAY, designations: [{ designation: "STEM", minutes: 210 }] }),
      };
    });
  const hilltop = school("Hilltop", 12);
  const valley = school("Valley", 3);
  school("Kent Hill", 11, "Kent");
  return { db, hilltop, valley, hr: hrOf(db, "Highline"), kent: hrOf(db, "Kent") };
}

function hrOf(db: Database, name: string) {
  const person = makePerson(db);
  const id = organisationId(db, name);
  give(db, person, "hr", id);
  const read = (now = NOW, year = YEAR) =>
    readOverview(actingAs(db, person, { now, scopeIds: [id] }), { id, code: null, name }, year);
  return {
    read,
    chart: async (name: ChartName, now = NOW) => {
      const { cells, total } = (await read(now)).charts.find((chart) => chart.name === name)!;
      return { told: Object.fromEntries(cells.map(({ label, amount }) => [label, amount])), total };
    },
  };
}

test("P4 a district sees its own schools in tens; a small one is not told, nor what would give it away", async () => {
  const { hr, kent } = twoSchools();
  expect(await hr.chart("schools")).toEqual({ told: {}, total: null });
  expect(await hr.chart("roles")).toEqual({ told: { Teacher: 10 }, total: null });
  expect(await kent.chart("schools")).toEqual({ told: { "Kent Hill": 10 }, total: 10 });
  expect(await kent.chart("roles")).toEqual({ told: { Teacher: 10 }, total: 10 });
});

test("hours count by designation, fees by program area, each rounded down", async () => {
  const { hr, kent } = twoSchools();
  // 15 times 3.5 hours, and 15 times 21 dollars.
  expect((await hr.chart("designations")).told).toEqual({
    [Object.keys((await hr.chart("designations")).told)[0]!]: 50 * 60,
  });
  expect(Object.values((await hr.chart("fees")).told)).toEqual([30_000]);
  expect(Object.values((await kent.chart("fees")).told)).toEqual([20_000]);
  expect(Object.values((await hr.chart("areas")).told)).toEqual([10]);
  expect(await hr.chart("no-shows")).toEqual({ told: {}, total: null });
  expect(await hr.chart("deadlines")).toEqual({ told: {}, total: null });
});

test("what is posted and corrected within a month shows on no day of it", async () => {
  const { db, hr, hilltop } = twoSchools();
  const before = (await hr.read()).charts;
  const person = makePerson(db);
  affiliate(db, person, { organisation: "Highline", building: "Hilltop" });
  postCreditFor(db, person, { day: "2026-12-14" });
  correctCreditRow(db, hilltop[0]!.creditId, 60, at("2026-12-14T10:00"));
  expect((await hr.read()).charts).toEqual(before);
  expect((await hr.read(at("2026-12-31T23:00"))).charts).toEqual(before);
  expect((await hr.read(at("2026-12-15T09:00"))).until).toBe("2026-11-30");
  expect((await hr.read(at("2027-01-01T09:00"))).until).toBe("2026-12-31");
});

test("S1 whoever moved counts for each district where they worked when they completed it, and once within one", async () => {
  const db = useTestDatabase();
  for (let index = 0; index < 10; index++) {
    const mover = makePerson(db);
    affiliate(db, mover, { organisation: "Highline", building: "Hilltop", to: "2026-10-31" });
    affiliate(db, mover, { organisation: "Kent", building: "Kent Hill", from: "2026-11-01" });
    postCreditFor(db, mover, { day: DAY });
    postCreditFor(db, mover, { day: "2026-10-20" });
  }
  expect(await hrOf(db, "Highline").chart("schools")).toEqual({ told: { Hilltop: 10 }, total: 10 });
  expect(await hrOf(db, "Kent").chart("schools")).toEqual({ told: {}, total: null });
});

test("a year that is none of the choices is the present one", async () => {
  const { hr } = twoSchools();
  expect((await hr.read(NOW, "1999")).year.label).toBe("2026–27");
  expect((await hr.read(NOW, "2025")).charts.every(({ cells }) => cells.length === 0)).toBe(true);
});

test("a chart is drawn with its words, without a style of its own or a script", async () => {
  const { hr } = twoSchools();
  const chart = (await hr.read()).charts.find(({ name }) => name === "schools")!;
  expect(JSON.stringify(chart)).not.toContain("Hilltop");
  const picture = (await drawChart({
    ...chart,
    cells: [...chart.cells, { label: "<b>Hill & Dale</b>", amount: 40 }],
  }))!;
  expect(picture).toMatch(/^<svg [^>]*role="img"/);
  expect(picture).not.toMatch(/<style|<script|<b>| style=/);
  // Of parts of a picture, no name is heard.
  expect(picture.match(/aria-label=/g)).toHaveLength(1);
  for (const words of ["&lt;b&gt;Hill &amp; Dale&lt;/b&gt;", ">40<"]) expect(picture).toContain(words);
  expect(await drawChart({ ...chart, cells: [] })).toBeNull();
});

test("amounts read in their unit", () => {
  expect([inUnit(600, "hours"), amountInWords(600, "hours")]).toEqual([10, "10"]);
  expect([inUnit(30_000, "dollars"), amountInWords(30_000, "dollars")]).toEqual([300, "$300.00"]);
  expect([inUnit(20, "people"), amountInWords(20, "people")]).toEqual([20, "20"]);
  expect([isChartName("schools"), isChartName("toString")]).toEqual([true, false]);
  expect(Object.keys(CHARTS)).toHaveLength(7);
});

test("a large district's overview is counted beside the pages, and says the same", async () => {
  const { db, hr, hilltop } = twoSchools(useTestDatabaseFile());
  const { personId } = hilltop[0]!.person;
  const [work] = listAffiliations(db, personId);
  for (let nth = 0; nth < 2_000; nth++) {
    const none = { email: null, certificate_number: null };
    const [id] = copyRow(db, { table: "persons", id: personId, times: 1 }, () => none);
    copyRow(db, { table: "affiliations", id: work!.id, times: 1 }, () => ({ person_id: id }));
  }
  let turns = 0;
  const others = setInterval(() => turns++, 5);
  const { charts, year, until } = await hr.read();
  clearInterval(others);
  expect(turns).toBeGreaterThan(5);
  expect(charts).toEqual(tellCharts(db, { organisationId: organisationId(db, "Highline"), year, until }));
  expect(charts.find(({ name }) => name === "roles")).toMatchObject({ cells: [{ label: "Teacher", amount: 10 }] });
});
