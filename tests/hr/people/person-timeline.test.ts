import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { claims } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { correctAsHr } from "~/hr/confirming/affiliation-correction.server";
import { getDistrictPerson } from "~/hr/people/person.server";
import { reviewHours } from "~/hr/salary/review.server";
import type { Database } from "~/platform/database/database.server";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { exportNow } from "../../support/hr/exports";

const NOW = at("2027-06-01T09:00");

let db: Database;
let hana: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hana = makePerson(db, { first: "Hana", last: "HR" });
});

const hr = (...districts: string[]) =>
  actingAs(db, hana, { now: NOW, scopeIds: districts.map((each) => organisationId(db, each)) });
const pageOf = (person: TestPerson, page: number, ...districts: string[]) =>
  getDistrictPerson(hr(...districts), person.personId, page).timeline;
const lines = (person: TestPerson, ...districts: string[]) =>
  pageOf(person, 1, ...districts).years.flatMap(({ year, lines: own }) =>
    own.map(({ day, kind, what }) => `${year} ${day} ${kind}: ${what}`),
  );

/** Worked for Highline until January 31, 2027, for Kent from February 1, and completed a course in each. */
function mover() {
  const person = makePerson(db, {
    last: "Mover",
    organisation: "Highline",
    building: "Old",
    from: "2026-08-31",
    to: "2027-01-31",
  });
  affiliate(db, person, { organisation: "Kent", building: "New", from: "2027-02-01" });
  const before = postCreditFor(db, person, { day: "2027-01-31", title: "Before" }).creditId;
  const after = postCreditFor(db, person, { day: "2027-02-01", minutes: 210, title: "After" }).creditId;
  return { person, before, after };
}

test("S1 golden: the timeline of somebody who moved holds for each district its own part", async () => {
  const { person, before, after } = mover();
  correctCreditRow(db, before, 390, at("2027-03-01T10:00"));
  const me = actingAs(db, person, { now: at("2027-04-01T10:00") });
  const issued = async (period: { to?: string }) =>
    done(await issueTranscript(me, { personId: person.personId, ...period })).code;
  await issued({});
  const part = await issued({ to: "2027-01-31" });
  const highline = organisationId(db, "Highline");
  const kent = organisationId(db, "Kent");
  done(await exportNow(hr("Highline"), { organisationId: highline, from: null, to: null, onlyNew: true }));
  reviewHours(hr("Kent"), kent, { credit: [after], verdict: "accepted", criterion: "b", reason: null });
  expect(lines(person, "Highline")).toEqual([
    "2026–27 2027-06-01 export: 1 row taken along in an export",
    `2026–27 2027-04-01 document: Transcript ${part} issued`,
    "2026–27 2027-03-01 hours: Before: corrected to 6.5 clock hours, before 7 clock hours, completed Sun, Jan 31, 2027",
    "2026–27 2027-01-31 hours: Before: 7 clock hours posted, completed Sun, Jan 31, 2027",
    "2026–27 2027-01-31 affiliation: Last day with Highline",
    "2025–26 2026-08-31 affiliation: Began with Highline as Teacher, Old",
  ]);
  expect(lines(person, "Kent")).toEqual([
    "2026–27 2027-06-01 review: After: Accepted, criterion b",
    "2026–27 2027-02-01 hours: After: 3.5 clock hours posted, completed Mon, Feb 1, 2027",
    "2026–27 2027-02-01 affiliation: Began with Kent as Teacher, New",
  ]);
});

test("S1 a substitute of two districts stands in the timeline of both, with what each did of its own", async () => {
  const person = makePerson(db, { last: "Substitute", organisation: "Highline", from: "2026-09-01" });
  affiliate(db, person, { organisation: "Kent", from: "2026-09-01" });
  const { creditId } = postCreditFor(db, person, { day: "2027-03-09", title: "Both" });
  const kent = organisationId(db, "Kent");
  reviewHours(hr("Kent"), kent, { credit: [creditId], verdict: "declined", criterion: null, reason: "Paid by us" });
  done(await exportNow(hr("Kent"), { organisationId: kent, from: null, to: null, onlyNew: false }));
  const posted = "2026–27 2027-03-09 hours: Both: 7 clock hours posted, completed Tue, Mar 9, 2027";
  expect(lines(person, "Highline")).toEqual([posted, "2026–27 2026-09-01 affiliation: Began with Highline as Teacher"]);
  expect(lines(person, "Kent")).toEqual([
    "2026–27 2027-06-01 review: Both: Not accepted: Paid by us",
    "2026–27 2027-06-01 export: 1 row taken along in an export",
    posted,
    "2026–27 2026-09-01 affiliation: Began with Kent as Teacher",
  ]);
  // Whoever is HR of both is told whose each is.
  expect(lines(person, "Highline", "Kent")).toContain(
    "2026–27 2027-06-01 review: Kent: Both: Not accepted: Paid by us",
  );
});

test("T3 claims that are not posted say what they wait for, and lead to the open claims of their salary year", () => {
  const person = makePerson(db, { organisation: "Highline" });
  const left = makePerson(db, { organisation: "Highline", to: "2027-03-08" });
  makeClaim(db, { person: left });
  const { id } = makeClaim(db, { person });
  const claimOf = (status: "open" | "settled" | "posted" | "void") => {
    db.update(claims).set({ status }).where(eq(claims.id, id)).run();
    const { years } = pageOf(person, 1, "Highline");
    return years.flatMap((each) => each.lines).find(({ kind }) => kind === "claim");
  };
  const to = `/hr/salary/claims?organization=${organisationId(db, "Highline")}&year=2027`;
  expect(claimOf("open")).toMatchObject({ what: expect.stringContaining("not posted, still to claim") as string, to });
  expect(claimOf("settled")).toMatchObject({ what: expect.stringContaining("with the registrar") as string, to: null });
  expect(claimOf("posted")).toBeUndefined();
  expect(claimOf("void")).toBeUndefined();
  expect(lines(left, "Highline").some((line) => line.includes("claim:"))).toBe(false);
});

test("a change of an entry is told by what was changed, without its words", () => {
  const person = makePerson(db, { organisation: "Highline", building: "Old", from: "2026-09-01" });
  const { id } = db.select().from(affiliations).where(eq(affiliations.personId, person.personId)).get()!;
  const organisationOf = organisationId(db, "Highline");
  done(
    correctAsHr(hr("Highline"), {
      affiliationId: id,
      ...{ organisationId: organisationOf, roleKind: "teacher", title: null, employeeId: "00042", building: "New" },
      ...{ fromDate: "2026-09-01", toDate: null },
    }),
  );
  expect(lines(person, "Highline")[0]).toBe(
    "2026–27 2027-06-01 affiliation: The entry with Highline was changed: employee ID, school or building",
  );
});

test("a long timeline is read by fifty lines, in as many statements as a short one", () => {
  const person = makePerson(db, { organisation: "Highline" });
  const { creditId } = postCreditFor(db, person, { day: "2026-11-17" });
  const highline = organisationId(db, "Highline");
  const review = (many: number) => {
    for (let nth = 0; nth < many; nth++)
      reviewHours(hr("Highline"), highline, { credit: [creditId], verdict: "accepted", criterion: "a", reason: null });
  };
  review(1);
  const count = () => countStatements(db, () => pageOf(person, 1, "Highline"));
  const few = count();
  review(59);
  expect(count()).toBe(few);
  const page = (nth: number) => {
    const { total, years } = pageOf(person, nth, "Highline");
    return [total, years.flatMap(({ lines: own }) => own).length];
  };
  expect([page(1), page(2)]).toEqual([
    [62, 50],
    [62, 12],
  ]);
});
