import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import { salaryReviews } from "#drizzle/schema/staff/local-rules";
import { addRule } from "~/hr/local-rules/local-rule.server";
import { newLocalRuleForm } from "~/hr/local-rules/local-rule-form";
import { openClaimsSource } from "~/hr/salary/open-claims-list.server";
import { nudgePeople } from "~/hr/salary/nudge.server";
import { reviewHours } from "~/hr/salary/review.server";
import { salaryPeopleSource, salaryRowsSource } from "~/hr/salary/salary-lists.server";
import { getSalaryPerson } from "~/hr/salary/salary-person.server";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import type { Database } from "~/platform/database/database.server";
import { action as claimsAction } from "~/routes/salary/claims";
import { action, loader } from "~/routes/salary/people.$id";
import { loader as worksheet } from "~/routes/salary/people.$id_.worksheet";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, pageOfList, post, thrownBy } from "../../support/request";
import { readingsOf } from "../../support/readings";

const NOW = at("2027-09-18T09:00");
const YEAR = "year=2027";
const DAY = 86_400_000;

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
const staff = (now = NOW, district = "Highline") => actingAs(db, hr, { now, scopeIds: [organisationId(db, district)] });
const year = (now = NOW, district = "Highline") => readSalaryYear(staff(now, district), new URLSearchParams(YEAR));
const openClaims = (search = "") => pageOfList((query) => openClaimsSource(staff(), query), `${YEAR}${search}`).rows;
const salaryOf = (who = person) => getSalaryPerson(staff(), year(), who.personId);
const rule = (values: Record<string, unknown>) => {
  const dated = { organisationId: highline, fromDate: "2020-01-01", cutoff: "09-30", criteria: ["a", "b"] };
  done(addRule(staff(), newLocalRuleForm.parse({ ...dated, ...values })));
};
/** A claim of an offering that ended on March 9, 2027, in a status. */
function claimOf(who: TestPerson, status: "open" | "claimed" | "evaluated" | "settled") {
  const { id } = makeClaim(db, { person: who });
  db.update(claims).set({ status }).where(eq(claims.id, id)).run();
}

const review = (credit: string[], values: Partial<Parameters<typeof reviewHours>[2]> = {}) =>
  reviewHours(staff(), highline, { credit, verdict: "accepted", criterion: "b", reason: null, ...values });

test("S2 a salary year is told with its days and how far off its cut-off is", () => {
  expect(year()).toMatchObject({ year: 2027, from: "2026-10-01", to: "2027-09-30", daysLeft: 12 });
  rule({ cutoff: "10-01" });
  expect(year()).toMatchObject({ from: "2026-10-02", to: "2027-10-01", daysLeft: 13 });
  expect(readSalaryYear(staff(), new URLSearchParams("year=1900")).year).toBe(2027);
});

test("S1 S2 each person's hours of the year are summed as the rules and HR let them count", () => {
  postCreditFor(db, person, { day: "2026-09-30" });
  postCreditFor(db, person, { day: "2026-10-01", minutes: 120 });
  const { creditId } = postCreditFor(db, person, { day: "2027-03-02", minutes: 420 });
  rule({ leastPerCourse: "3" });
  const list = () => pageOfList((search) => salaryPeopleSource(staff(), search), YEAR).rows;
  expect(list()).toMatchObject([
    { id: person.personId, name: "Ames, Ada", minutes: 540, counted: 420, accepted: 0, open: 2 },
  ]);
  review([creditId]);
  expect(list()).toMatchObject([{ counted: 420, accepted: 420, open: 1 }]);
  review([creditId], { verdict: "declined", reason: "Paid by the district" });
  expect(list()).toMatchObject([{ counted: 0, accepted: 0, open: 1 }]);
});

test("S2 a review says what, for what, by whom and when; it is changed by the next, and what was said before stays", () => {
  const { creditId } = postCreditFor(db, person);
  review([creditId]);
  review([creditId], { verdict: "declined", criterion: "b", reason: "No plan names it" });
  review([creditId], { verdict: "open", criterion: null });
  const [row] = salaryOf().rows;
  expect(row).toMatchObject({ verdict: "open", criterion: null, isCorrectedSince: false });
  expect(row!.history.map(({ what, who, at: when }) => [what, who, when])).toEqual([
    ["To review", "Hana HR", NOW],
    ["Not accepted: No plan names it", "Hana HR", NOW],
    ["Accepted, criterion b", "Hana HR", NOW],
  ]);
  expect(db.select().from(auditEntries).where(eq(auditEntries.action, "salary-review.recorded")).all()).toHaveLength(3);
});

test("S2 twelve rows are reviewed at once; a correction afterwards is told", () => {
  const ids = Array.from({ length: 12 }, (_each, n) =>
    postCreditFor(db, person, { day: `2027-03-${String(n + 1).padStart(2, "0")}` }),
  ).map(({ creditId }) => creditId);
  expect(review(ids)).toBe(12);
  correctCreditRow(db, ids[0]!, 390, at("2027-05-01T09:00"));
  expect(
    salaryOf()
      .rows.map(({ isCorrectedSince }) => isCorrectedSince)
      .filter(Boolean),
  ).toHaveLength(1);
  expect(salaryOf().totals).toMatchObject({ open: 0 });
  // A version that was superseded is no row any more.
  expect(() => review([ids[0]!])).toThrow();
});

test("P2 S1 nobody reviews what another district's people completed, or their own people's hours of another time", () => {
  const { creditId } = postCreditFor(db, person, { day: "2027-03-02" });
  const moved = makePerson(db, { organisation: "Highline", to: "2027-01-31" });
  affiliate(db, moved, { organisation: "Kent", from: "2027-02-01" });
  const later = postCreditFor(db, moved, { day: "2027-02-01" });
  expect(() => review([creditId, later.creditId])).toThrow();
  const asKent = () =>
    reviewHours(staff(NOW, "Kent"), highline, { credit: [creditId], verdict: "open", criterion: null, reason: null });
  expect(asKent).toThrow();
  expect(db.select().from(salaryReviews).all()).toEqual([]);
  expect(salaryOf(moved).rows).toEqual([]);
  expect(() => getSalaryPerson(staff(NOW, "Kent"), year(NOW, "Kent"), person.personId)).toThrow();
});

test("S2 rows are found by what was said of them", () => {
  const first = postCreditFor(db, person, { day: "2027-03-01" }).creditId;
  const second = postCreditFor(db, person, { day: "2027-03-02" }).creditId;
  const third = postCreditFor(db, person, { day: "2027-03-03" }).creditId;
  review([first]);
  review([second], { verdict: "declined", reason: "No" });
  review([third]);
  review([third], { verdict: "open", criterion: null });
  const found = (verdict: string) =>
    pageOfList((search) => salaryRowsSource(staff(), search), `${YEAR}&verdict=${verdict}`).rows.map(({ id }) => id);
  expect([found("accepted"), found("declined"), found("open")]).toEqual([[first], [second], [third]]);
});

test("the page reviews ticked rows, and gives the worksheet as PDF and workbook", async () => {
  const { creditId } = postCreditFor(db, person, { day: "2027-03-02" });
  const path = `/hr/salary/people/${person.personId}?${YEAR}`;
  const values = { intent: "review", credit: [creditId], verdict: "accepted", criterion: "c" };
  const saved = await thrownBy(async () => action(args(await post(db, path, values, hr), person.personId)));
  expect(saved.headers.get("Location")).toBe(path);
  const { data: page } = await loader(args(await get(db, path, hr), person.personId));
  expect(page.person.rows).toMatchObject([{ verdict: "accepted", criterion: "c" }]);
  for (const [format, begins] of [
    ["pdf", "%PDF-"],
    ["xlsx", "PK"],
  ] as const) {
    const file = await worksheet(args(await get(db, `${path}&format=${format}`, hr), person.personId));
    expect(
      Buffer.from(await file.arrayBuffer())
        .toString("latin1")
        .startsWith(begins),
    ).toBe(true);
    expect(file.headers.get("Content-Disposition")).toContain(`-2027.${format}"`);
  }
  expect(readingsOf(db, "hr.person-read").length).toBeGreaterThan(0);
});

test("S1 who has claims open, unevaluated or unpaid is listed with what is to do; what is another's or posted is not", () => {
  claimOf(person, "open");
  claimOf(person, "claimed");
  claimOf(person, "evaluated");
  claimOf(person, "settled");
  postCreditFor(db, person, { day: "2027-03-02" });
  claimOf(makePerson(db, { organisation: "Kent" }), "open");
  const people = openClaims();
  expect(people).toMatchObject([{ id: person.personId, nudgedAt: null }]);
  expect(people[0]!.claims.map(({ waits }) => waits).sort()).toEqual(["claimed", "evaluated", "open"]);
  expect(readingsOf(db, "hr.people-listed").at(-1)).toMatchObject({ personIds: [person.personId] });
});

test("S1 open claims are found by what they wait for, and each person stands with all of theirs", () => {
  const other = makePerson(db, { first: "Bo", last: "Bell", organisation: "Highline" });
  claimOf(person, "open");
  claimOf(person, "evaluated");
  claimOf(other, "open");
  const named = (search: string) => openClaims(search).map(({ name, claims }) => [name, claims.length]);
  expect(named("&waits=open")).toEqual([
    ["Ames, Ada", 2],
    ["Bell, Bo", 1],
  ]);
  expect(named("&waits=evaluated")).toEqual([["Ames, Ada", 2]]);
  expect(named("&q=bell")).toEqual([["Bell, Bo", 1]]);
});

test("all whom the list shows are reminded at once, in parts; whoever has nothing open any more is passed over", async () => {
  for (let each = 0; each < 205; each++) claimOf(makePerson(db, { organisation: "Highline" }), "evaluated");
  claimOf(person, "open");
  const send = async (values: Record<string, string | string[]>, search = "") =>
    claimsAction(args(await post(db, `/hr/salary/claims?${YEAR}${search}`, { intent: "nudge", ...values }, hr), ""));
  const mails = () => db.select().from(outboxMessages).where(eq(outboxMessages.kind, "claims-before-cutoff")).all();
  await thrownBy(() => send({ matching: "1" }, "&waits=evaluated"));
  expect(mails()).toHaveLength(205);
  expect(
    nudgePeople(staff(), year(), [person.personId, makePerson(db, { organisation: "Highline" }).personId]),
  ).toEqual({ sent: 1, passedOver: 1 });
  expect(await send({})).toMatchObject({ init: { status: 400 } });
});

test("each is reminded once with everything of theirs, at most once a week", () => {
  claimOf(person, "open");
  claimOf(person, "evaluated");
  const remind = (now: number) => nudgePeople(staff(now), year(now), [person.personId]);
  expect(remind(NOW)).toEqual({ sent: 1, passedOver: 0 });
  expect(remind(NOW + 7 * DAY - 1)).toEqual({ sent: 0, passedOver: 1 });
  expect(remind(NOW + 7 * DAY)).toEqual({ sent: 1, passedOver: 0 });
  const mails = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "claims-before-cutoff")).all();
  expect(mails.map(({ recipient }) => recipient)).toEqual([person.email, person.email]);
  expect(mails[0]!.payload).toMatchObject({
    organisationName: "Highline",
    cutoffOn: "Thu, Sep 30, 2027",
    howSoon: "in 12 days",
    claims: [{ waits: "to claim" }, { waits: "to pay for" }],
  });
});

test("P2 nobody reminds another district's people, or somebody with nothing open", () => {
  const stranger = makePerson(db, { organisation: "Kent" });
  claimOf(stranger, "open");
  claimOf(person, "open");
  expect(() => nudgePeople(staff(), year(), [person.personId, stranger.personId])).toThrow();
  expect(() => nudgePeople(staff(), year(), [hr.personId])).toThrow();
  expect(db.select().from(outboxMessages).where(eq(outboxMessages.kind, "claims-before-cutoff")).all()).toEqual([]);
});

test("the lists take as many statements for 30 people as for one", () => {
  const add = () => {
    const who = makePerson(db, { organisation: "Highline" });
    postCreditFor(db, who, { day: "2027-03-02" });
    claimOf(who, "open");
  };
  for (const source of [salaryPeopleSource, salaryRowsSource, openClaimsSource]) {
    const count = () => countStatements(db, () => pageOfList((search) => source(staff(), search) as never, YEAR));
    add();
    const one = count();
    for (let each = 1; each < 8; each++) add();
    expect(count()).toBe(one);
  }
});
