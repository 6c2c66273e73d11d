import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { addressFaults } from "#drizzle/schema/platform";
import { addRule } from "~/hr/local-rules/local-rule.server";
import { newLocalRuleForm } from "~/hr/local-rules/local-rule-form";
import { listBuildings, peopleSource } from "~/hr/people/people-list.server";
import { EVERYBODY } from "~/hr/people/people-filter";
import type { AffiliationInput } from "~/people/affiliations/affiliation-form";
import { writeAffiliation } from "~/people/affiliations/affiliation.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { writeListCsv } from "~/platform/lists/list-csv.server";
import { loader as exportPage } from "~/routes/hr/export";
import { makeClaim } from "../../support/billing";
import { at, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, pageOfList } from "../../support/request";

let db: Database;
let hana: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hana = makePerson(db, { first: "Hana", last: "HR" });
  give(db, hana, "hr", organisationId(db, "Highline"));
});

const hr = (district = "Highline") => actingAs(db, hana, { scopeIds: [organisationId(db, district)] });
const list = (query: string, district?: string) =>
  pageOfList((search) => peopleSource(hr(district), search), query).rows;
const names = (query: string, district?: string) => list(query, district).map(({ name }) => name);
const works = (last: string, more: Parameters<typeof makePerson>[1] = {}) =>
  makePerson(db, { first: "A", last, organisation: "Highline", ...more });
const rule = (values: Record<string, unknown>) =>
  done(
    addRule(
      hr(),
      newLocalRuleForm.parse({
        ...{ organisationId: organisationId(db, "Highline"), fromDate: "2020-01-01", cutoff: "09-30" },
        ...{ criteria: ["a"], ...values },
      }),
    ),
  );

test("S1 a school year from September 1 to August 31 is a period, to the day", () => {
  const moved = works("Mover", { from: "2026-08-31", to: "2026-08-31" });
  affiliate(db, moved, { organisation: "Kent", from: "2026-09-01" });
  expect(names("period=2025")).toEqual(["Mover, A"]);
  expect(names("period=2026")).toEqual([]);
  expect(names("period=2026", "Kent")).toEqual(["Mover, A"]);
});

test("S1 golden: on October 1 each district finds who was on its staff, as of that day", () => {
  const moved = works("Mover", { roleKind: "paraeducator", building: "Old School", to: "2026-10-01" });
  affiliate(db, moved, { organisation: "Kent", roleKind: "teacher", building: "New School", from: "2026-10-02" });
  const substitute = works("Substitute", { from: "2026-09-01" });
  affiliate(db, substitute, { organisation: "Kent", employeeId: "00042", building: "Meridian", from: "2026-09-15" });
  const promoted = works("Promoted", { roleKind: "teacher", building: "First", to: "2026-12-31" });
  affiliate(db, promoted, {
    organisation: "Highline",
    roleKind: "administrator",
    building: "Second",
    from: "2027-01-01",
  });
  works("Later", { from: "2026-10-02" });
  works("Earlier", { to: "2026-09-30" });
  works("Self-declared", { confirmed: false });
  const of = (query: string, district?: string) =>
    list(query, district).map(({ name, roleKind, building }) => [name, roleKind, building]);
  expect(of("october=2026&period=all")).toEqual([
    ["Mover, A", "paraeducator", "Old School"],
    ["Promoted, A", "teacher", "First"],
    ["Substitute, A", "teacher", null],
  ]);
  expect(of("october=2026&period=all", "Kent")).toEqual([["Substitute, A", "teacher", "Meridian"]]);
  expect(of("october=2027&period=all", "Kent").map(([name]) => name)).toEqual(["Mover, A", "Substitute, A"]);
  // The filters ask of that day, too.
  expect(of("october=2026&role=administrator&period=all")).toEqual([]);
  expect(of("october=2027&role=administrator&period=all")).toHaveLength(1);
});

test("S1 what a staff list changed after October 1 was otherwise on that day; what HR corrected was always so", () => {
  const person = works("Ames", { roleKind: "paraeducator", building: "Old" });
  const entry = () => db.select().from(affiliations).where(eq(affiliations.personId, person.personId)).get()!;
  const change = (day: string, vouching: "staff-list" | "actor", values: Partial<AffiliationInput>) =>
    inTransaction(db, (tx) =>
      writeAffiliation(tx, { ...hr(), now: at(`${day}T09:00`) }, entry(), { ...entry(), ...values }, vouching),
    );
  change("2026-09-15", "staff-list", { building: "Middle" });
  change("2026-10-20", "actor", { employeeId: "00042" });
  change("2027-01-15", "staff-list", { roleKind: "teacher", building: "New", title: "Grade 3" });
  change("2027-02-15", "staff-list", { roleKind: "administrator" });
  const of = (query: string) =>
    list(`${query}&period=all`).map(({ roleKind, building, title, employeeId }) => [
      roleKind,
      building,
      title,
      employeeId,
    ]);
  // A blank position is filled in from later.
  expect(of("october=2026")).toEqual([["paraeducator", "Middle", "Grade 3", "00042"]]);
  expect(of("october=2027")).toEqual([["administrator", "New", "Grade 3", "00042"]]);
  expect(of("")).toEqual([["administrator", "New", "Grade 3", "00042"]]);
  expect(of("october=2026&role=paraeducator&building=Middle")).toHaveLength(1);
  expect(of("october=2026&role=administrator")).toEqual([]);
  expect(of("october=2026&building=New")).toEqual([]);
  const filter = { ...EVERYBODY, on: "2026-10-01" };
  expect(listBuildings(db, organisationId(db, "Highline"), filter).map(({ value }) => value)).toEqual(["Middle"]);
});

test("the day of the staff and the period of the hours are apart, and the CSV holds what is shown", () => {
  const person = works("Ames", { building: "Evergreen High", to: "2026-12-31" });
  postCreditFor(db, person, { day: "2026-11-17", minutes: 420 });
  const [row] = list("october=2026&period=2025");
  expect(row).toMatchObject({ name: "Ames, A", minutes: 0 });
  expect(list("october=2026&period=2026")[0]).toMatchObject({ minutes: 420 });
  const search = new URLSearchParams("october=2026&period=2026&cols=name&cols=employee&cols=kind&cols=school");
  const { csv } = writeListCsv(peopleSource(hr(), search), search);
  expect(csv.replace("\uFEFF", "").split("\r\n")).toEqual([
    '"Name","Employee ID","Kind of role","School"',
    `"Ames, A","${row!.employeeId}","Teacher","Evergreen High"`,
    "",
  ]);
});

test("a missing employee ID is that of the entry which is shown", () => {
  const without = works("Without");
  const before = works("Before");
  const set = (person: TestPerson, employeeId: string | null) =>
    db.update(affiliations).set({ employeeId }).where(eq(affiliations.personId, person.personId)).run();
  set(without, null);
  set(before, null);
  affiliate(db, before, { organisation: "Highline", employeeId: "007", from: "2027-02-01" });
  works("With");
  expect(names("id=1&period=all")).toEqual(["Without, A"]);
  // In a period that ends before the second entry, the first is shown.
  expect(names("id=1&period=custom&to=2027-01-31")).toEqual(["Before, A", "Without, A"]);
});

test("schools are those of the people who are meant, and narrow the list", () => {
  works("Ames", { building: "Evergreen High" });
  works("Bell", { building: "Sylvester Middle", to: "2025-01-31" });
  works("Cole");
  expect(names("building=Evergreen+High&period=all")).toEqual(["Ames, A"]);
  expect(names("building=-&period=all")).toEqual(["Cole, A"]);
  const labels = (filter = EVERYBODY) =>
    listBuildings(db, organisationId(db, "Highline"), filter).map(({ label }) => label);
  expect(labels()).toEqual(["Evergreen High", "Sylvester Middle", "No school on file"]);
  expect(labels({ ...EVERYBODY, from: "2026-09-01" })).toEqual(["Evergreen High", "No school on file"]);
  expect(listBuildings(db, organisationId(db, "Kent"), EVERYBODY)).toEqual([]);
});

test("whom mail does not reach is told without an address", () => {
  const none = works("None");
  const returned = works("Returned");
  works("Reached");
  db.update(persons).set({ email: null }).where(eq(persons.id, none.personId)).run();
  const fault = { address: returned.email, source: "report" as const, reason: "550", reportedAt: TEST_NOW };
  db.insert(addressFaults).values(fault).run();
  expect(names("mail=none&period=all")).toEqual(["None, A"]);
  expect(names("mail=returned&period=all")).toEqual(["Returned, A"]);
  expect(list("mail=unreachable&period=all").map(({ mail }) => mail)).toEqual(["none", "returned"]);
  expect(JSON.stringify(list("period=all"))).not.toContain("@test.example");
});

test("S1 hours that wait to be claimed or posted are those of what ended while they belonged to the district", () => {
  const people = ["open", "returned", "claimed", "settled", "posted"] as const;
  for (const status of people) {
    const person = works(status);
    const { id } = makeClaim(db, { person });
    db.update(claims).set({ status }).where(eq(claims.id, id)).run();
  }
  const gone = works("gone", { to: "2027-03-08" });
  makeClaim(db, { person: gone });
  expect(names("waits=claim&period=all")).toEqual(["open, A", "returned, A"]);
  expect(names("waits=post&period=all")).toEqual(["claimed, A", "settled, A"]);
  expect(names("waits=any&period=2026")).toEqual(["claimed, A", "open, A", "returned, A", "settled, A"]);
  expect(names("waits=any&period=2025")).toEqual([]);
  const counted = list("waits=any&period=all&cols=claim&cols=post").map(({ toClaim, toPost }) => [toClaim, toPost]);
  expect(counted).toEqual([
    [0, 1],
    [1, 0],
    [1, 0],
    [0, 1],
  ]);
});

test("S2 below the minimum is by the rules in force, of a course and of a year, within the period", () => {
  const short = works("Short");
  postCreditFor(db, short, { day: "2027-03-02", minutes: 120 });
  const little = works("Little");
  postCreditFor(db, little, { day: "2027-03-03", minutes: 240 });
  const enough = works("Enough");
  for (const day of ["2027-03-04", "2027-03-05"]) postCreditFor(db, enough, { day, minutes: 420 });
  expect(names("below=1&period=all")).toEqual([]);
  rule({ leastPerCourse: "3" });
  expect(names("below=1&period=all")).toEqual(["Short, A"]);
  rule({ fromDate: "2026-10-01", leastPerCourse: "3", leastPerYear: "10" });
  expect(list("below=1&period=2026&cols=below").map(({ name, below }) => [name, below])).toEqual([
    ["Little, A", 1],
    ["Short, A", 1],
  ]);
  expect(names("below=1&period=2025")).toEqual([]);
});

test("what the list is filtered by goes along to the export", async () => {
  const person = works("Ames", { building: "Evergreen High" });
  works("Bell");
  const page = async (query: string) =>
    exportPage({ request: await get(db, `/hr/export?${query}`, hana), params: {}, context: {} });
  expect((await page("building=Evergreen+High&period=all")).personIds).toEqual([person.personId]);
  expect((await page("period=all")).personIds).toBeNull();
});

test("every filter and every column takes as many statements for 30 people as for one", () => {
  rule({ leastPerCourse: "3", leastPerYear: "10" });
  const query =
    "period=all&waits=any&below=1&mail=unreachable&building=-&id=1&cols=mail&cols=claim&cols=post&cols=below";
  const hire = () => {
    const person = works("Someone");
    db.update(persons).set({ email: null }).where(eq(persons.id, person.personId)).run();
    db.update(affiliations).set({ employeeId: null }).where(eq(affiliations.personId, person.personId)).run();
    postCreditFor(db, person, { minutes: 60 });
    makeClaim(db, { person });
  };
  hire();
  const count = () => countStatements(db, () => list(query));
  const one = count();
  for (let nth = 1; nth < 30; nth++) hire();
  expect(count()).toBe(one);
  expect(list(query)).toHaveLength(30);
});
