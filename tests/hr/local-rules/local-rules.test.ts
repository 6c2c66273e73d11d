import { parse } from "csv-parse/sync";
import { beforeEach, expect, test } from "vitest";
import { reminders } from "#drizzle/schema/reminders";
import { salaryReviews } from "#drizzle/schema/staff/local-rules";
import { listCutoffs } from "~/hr/cutoff/salary-cutoff.server";
import { saveDegree } from "~/hr/local-rules/degree-date.server";
import { judgePeople } from "~/hr/local-rules/judged-people.server";
import { addRule, changeRule, deleteRule, getRule, listMyRules } from "~/hr/local-rules/local-rule.server";
import { newLocalRuleForm } from "~/hr/local-rules/local-rule-form";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { planCalendar } from "~/reminders/calendar-plan.server";
import { action as personAction, loader as personPage } from "~/routes/hr/people.$id";
import { action, loader } from "~/routes/hr/local-rules.$id";
import { writeBase } from "~/platform/http/stale-form";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { exportNow } from "../../support/hr/exports";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let hr: TestPerson;
let person: TestPerson;
let highline: string;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  highline = organisationId(db, "Highline");
  give(db, hr, "hr", highline);
  person = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline" });
});

const args = (request: Request, id: string) => ({ request, params: { id }, context: {} });
const staff = (district = "Highline") => actingAs(db, hr, { scopeIds: [organisationId(db, district)] });
const typed = (values: Record<string, unknown> = {}) =>
  newLocalRuleForm.parse({
    organisationId: highline,
    fromDate: "2020-01-01",
    cutoff: "09-30",
    criteria: ["a", "b"],
    ...values,
  });
const add = (values: Record<string, unknown> = {}) => done(addRule(staff(), typed(values)));

test("a rule is kept from a day on, changed with its history, and deleted", () => {
  const id = add({ leastPerCourse: "3" });
  expect(addRule(staff(), typed())).toMatchObject({ reason: "date-taken" });
  done(changeRule(staff(), id, typed({ leastPerCourse: "4", criteria: ["a"] })));
  expect(getRule(staff(), id).history.map(({ what }) => what)).toEqual([
    "Changed: least hours of a course from 3 to 4; criteria from a, b to a",
    "Added",
  ]);
  done(deleteRule(staff(), id));
  expect(listMyRules(staff())).toEqual([]);
});

test("P2 nobody else finds, changes or deletes the rule of a district", () => {
  const id = add();
  expect(listMyRules(staff("Kent"))).toEqual([]);
  expect(changeRule(staff("Kent"), id, typed())).toMatchObject({ reason: "unknown-rule" });
  expect(deleteRule(staff("Kent"), id)).toMatchObject({ reason: "unknown-rule" });
  expect(() => addRule(staff("Kent"), typed())).toThrow();
});

test("a rule that somebody changed meanwhile is not overwritten", async () => {
  const id = add({ leastPerCourse: "3" });
  const { data: page } = await loader(args(await get(db, `/hr/local-rules/${id}`, hr), id));
  done(changeRule(staff(), id, typed({ leastPerCourse: "4" })));
  const { criteria, ...draft } = page.draft;
  const values = { ...draft, criteria, intent: "save", cutoff: "10-01", base: writeBase({ ...page.draft }) };
  const stale = await action(args(await post(db, `/hr/local-rules/${id}`, values, hr), id));
  expect(stale).toMatchObject({
    init: { status: 409 },
    data: { stale: { fields: [{ field: "leastPerCourse", now: "4" }] } },
  });
});

test("S2 rows that fail are flagged with the rule's words on the person's page and in the export, none is left out", async () => {
  postCreditFor(db, person, { day: "2027-03-01", minutes: 120 });
  postCreditFor(db, person, { day: "2027-03-02", minutes: 420 });
  add({ leastPerCourse: "3" });
  const page = await personPage(args(await get(db, "/hr/people/x", hr), person.personId));
  expect(page.credits.map(({ completedOn, flags }) => [completedOn, flags])).toEqual([
    ["2027-03-02", []],
    ["2027-03-01", ["Below 3 clock hours for a course"]],
  ]);
  const { csv } = done(await exportNow(staff(), { organisationId: highline, from: null, to: null, onlyNew: true }));
  const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
  expect(rows.map(({ hours_earned, local_rules }) => [hours_earned, local_rules])).toEqual([
    ["2", "Below 3 clock hours for a course"],
    ["7", ""],
  ]);
});

test("S1 S2 another district's rule and what it knows of a degree say nothing here", () => {
  postCreditFor(db, person, { day: "2027-03-01" });
  const kent = organisationId(db, "Kent");
  done(addRule(staff("Kent"), { ...typed({ afterDegree: "on", leastPerCourse: "9" }), organisationId: kent }));
  saveDegree(staff(), { organisationId: highline, personId: person.personId, degreeOn: "2028-01-01" });
  const flags = () =>
    [...judgePeople(db, highline, [person.personId]).get(person.personId)!.hours.values()].map((each) => each.flags);
  expect(flags()).toEqual([[]]);
  add({ afterDegree: "on" });
  expect(flags()).toEqual([["before-degree"]]);
  expect([...judgePeople(db, kent, [person.personId]).get(person.personId)!.hours.values()]).toEqual([]);
});

test("S2 the day of a degree is said by the person's own district, with its history; nobody else can", async () => {
  const stranger = makePerson(db, { organisation: "Kent" });
  expect(() =>
    saveDegree(staff(), { organisationId: highline, personId: stranger.personId, degreeOn: "2026-01-01" }),
  ).toThrow();
  expect(() =>
    saveDegree(staff("Kent"), { organisationId: highline, personId: person.personId, degreeOn: "2026-01-01" }),
  ).toThrow();
  const say = async (degreeOn: string) =>
    thrownBy(async () =>
      personAction(
        args(
          await post(db, "/hr/people/x", { intent: "degree", organisationId: highline, degreeOn }, hr),
          person.personId,
        ),
      ),
    );
  expect((await say("2026-06-15")).headers.get("Location")).toBe(`/hr/people/${person.personId}`);
  await say("");
  const { degrees } = await personPage(args(await get(db, "/hr/people/x", hr), person.personId));
  expect(degrees).toMatchObject([
    { degreeOn: "", history: [{ what: "Degree: on “2026-06-15”" }, { what: "Degree: on “2026-06-15”" }] },
  ]);
});

test("S2 what HR accepted for another salary year is flagged where hours count once only", () => {
  const { creditId, claimId } = postCreditFor(db, person, { day: "2027-03-01" });
  add({ onceOnly: "on" });
  const review = {
    organisationId: highline,
    personId: person.personId,
    sourceId: claimId,
    creditId,
    reviewedAt: TEST_NOW,
  };
  const accept = (year: number) =>
    db
      .insert(salaryReviews)
      .values({ id: newId(), ...review, year, verdict: "accepted", criterion: "b", reviewedBy: hr.personId })
      .run();
  const flags = () => judgePeople(db, highline, [person.personId]).get(person.personId)!.hours.get(creditId)!.flags;
  accept(2026);
  expect(flags()).toEqual(["used-before"]);
  accept(2027);
  expect(flags()).toEqual([]);
});

test("S2 a local rule in force says the cut-off of pages and reminders", () => {
  add({ cutoff: "10-01" });
  add({ fromDate: "2099-01-01", cutoff: "08-31" });
  expect(listCutoffs(staff())).toMatchObject([{ monthDay: "09-30", byRule: "10-01" }]);
  planCalendar(systemContext(db, TEST_NOW));
  const occasions = db
    .select()
    .from(reminders)
    .all()
    .map(({ occasion }) => occasion);
  expect(occasions.filter((occasion) => /-10-01/.test(occasion)).length).toBeGreaterThan(0);
  expect(occasions.filter((occasion) => /-09-30/.test(occasion))).toEqual([]);
});

test("thirty people are judged in as many statements as one", () => {
  add();
  const ids = Array.from({ length: 30 }, () => makePerson(db, { organisation: "Highline" }).personId);
  const count = (some: string[]) => countStatements(db, () => judgePeople(db, highline, some));
  expect(count(ids)).toBe(count(ids.slice(0, 1)));
});

test("S2 of a period, whole salary years are judged and no others, as they are with all the rest", () => {
  add({ leastPerYear: "10", mostPerYear: "12" });
  for (const day of ["2025-03-01", "2025-10-02", "2026-03-01", "2026-09-30", "2026-10-01"])
    postCreditFor(db, person, { day, minutes: 420 });
  const judge = (from: string | null, to: string | null) => [
    ...judgePeople(db, highline, [person.personId], { from, to }).get(person.personId)!.hours.values(),
  ];
  const all = judge(null, null);
  expect(all.map(({ completedOn, counted }) => [completedOn, counted])).toEqual([
    ["2025-03-01", 0],
    ["2025-10-02", 420],
    ["2026-03-01", 300],
    ["2026-09-30", 0],
    ["2026-10-01", 0],
  ]);
  expect(judge("2026-03-01", "2026-03-02")).toEqual(all.slice(1, 4));
});
