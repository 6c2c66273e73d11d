import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { credits } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import { creditEvents } from "#drizzle/schema/staff/hr-api";
import { isSeenBy, isSeenOfPeople, listMyOrganisations } from "~/hr/hr-scope.server";
import { getDistrictPerson } from "~/hr/people/person.server";
import { getSalaryPerson } from "~/hr/salary/salary-person.server";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { submitHours } from "~/hr/submitted/submit.server";
import { decideSubmitted, getSubmitted } from "~/hr/submitted/submitted-decision.server";
import type { Database } from "~/platform/database/database.server";
import { changeOutside, enterOutside } from "~/renewal/outside/outside-hours.server";
import { at } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { listExportLines } from "../../support/hr/exports";
import { outside } from "../../renewal/outside/samples";

const NOW = at("2027-09-18T09:00");

let db: Database;
let hr: TestPerson;
let person: TestPerson;
let highline: string;
/** Completed before the person worked for Highline. */
let early: string;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "HR" });
  highline = organisationId(db, "Highline");
  give(db, hr, "hr", highline);
  person = makePerson(db, { first: "Ada", last: "Ames", organisation: "Highline", from: "2027-04-01" });
  early = postCreditFor(db, person, { day: "2027-03-09", title: "Before Highline" }).creditId;
});

const me = () => actingAs(db, person, { now: NOW });
const desk = (district = "Highline") => actingAs(db, hr, { now: NOW, scopeIds: [organisationId(db, district)] });
const send = (...row: string[]) => done(submitHours(me(), { organization: highline, row }));
const seenBy = (id: string) => getSubmitted(desk(), id).seen;
const accept = (id: string) => decideSubmitted(desk(), id, { intent: "accept", seen: seenBy(id) });
/** What an export of a district would hold now, by its credits. */
const exported = (district = "Highline") =>
  listExportLines(db, listMyOrganisations(desk(district))[0]!, { from: null, to: null, onlyNew: false });

/** What a district's payroll was told, in order. */
const toldOf = (district: string) =>
  db
    .select()
    .from(creditEvents)
    .where(eq(creditEvents.organisationId, organisationId(db, district)))
    .orderBy(creditEvents.sequence)
    .all()
    .map(({ type }) => type);

test("P2 what is accepted stands with the clock hours, marked, in exports and among salary credits, until it is taken back", async () => {
  const own = postCreditFor(db, person, { day: "2027-04-01" }).creditId;
  const id = send(`credit-${early}`);
  const shown = () => getDistrictPerson(desk(), person.personId);
  const lines = (district?: string) => exported(district).map(({ creditId, row }) => [creditId, row.acceptedOn]);
  const ofYear = () => {
    const year = readSalaryYear(desk(), new URLSearchParams());
    return getSalaryPerson(desk(), year, person.personId).rows.map((row) => [row.id, row.isSubmitted]);
  };
  expect([lines(), shown().credits.map((each) => each.id), shown().submitted]).toEqual([[[own, ""]], [own], []]);
  done(accept(id));
  expect(shown().submitted).toMatchObject([{ id, rows: [{ title: "Before Highline" }] }]);
  expect(shown().credits.map((each) => each.id)).toEqual([own, early]);
  expect(lines()).toEqual([
    [early, "2027-09-18"],
    [own, ""],
  ]);
  expect(ofYear()).toEqual([
    [early, true],
    [own, false],
  ]);
  affiliate(db, person, { organisation: "Kent", from: "2027-04-01" });
  expect(lines("Kent")).toEqual([[own, ""]]);
  const corrected = correctCreditRow(db, early, 390, NOW);
  expect(lines()[0]).toEqual([corrected, "2027-09-18"]);
  done(decideSubmitted(desk(), id, { intent: "take-back", seen: seenBy(id), reason: "Another Ada." }));
  expect([lines(), ofYear()]).toEqual([[[own, ""]], [[own, false]]]);
  expect(toldOf("Highline")).toEqual(["posted", "posted", "corrected", "withdrawn"]);
});

test("P2 hours from elsewhere that HR accepted are told in their column as long as they say the same; none of who is not confirmed", () => {
  const entry = done(enterOutside(me(), outside({ title: "Elsewhere", completedOn: "2027-05-02" }), null));
  const own = postCreditFor(db, person, { day: "2027-04-01" }).creditId;
  done(accept(send(`credit-${early}`, `elsewhere-${entry}`)));
  const cells = () => exported().map(({ creditId, row }) => [creditId, row.elsewhere]);
  const both = (hours: string) => [
    [early, hours],
    [own, hours],
  ];
  expect(cells()).toEqual(both("6.5"));
  done(changeOutside(me(), entry, outside({ title: "Something else", completedOn: "2027-05-02" }), null));
  expect(cells()).toEqual(both(""));
  db.update(affiliations).set({ confirmedAt: null }).where(eq(affiliations.personId, person.personId)).run();
  expect(cells()).toEqual([]);
});

test("P2 what was accepted is seen while the district says that the person is or was its own, however the credits are looked for", () => {
  const own = postCreditFor(db, person, { day: "2027-04-01" }).creditId;
  const another = makePerson(db, { first: "Another", organisation: "Kent", from: "2027-04-01" });
  postCreditFor(db, another, { day: "2027-04-02" });
  done(accept(send(`credit-${early}`)));
  const theirs = eq(credits.personId, person.personId);
  const seen = () =>
    [isSeenOfPeople([highline]), and(theirs, isSeenBy([highline]))].map((where) =>
      db
        .select({ id: credits.id })
        .from(credits)
        .where(where)
        .orderBy(credits.completedOn)
        .all()
        .map(({ id }) => id),
    );
  expect(seen()).toEqual([
    [early, own],
    [early, own],
  ]);
  db.update(affiliations).set({ confirmedAt: null }).where(eq(affiliations.personId, person.personId)).run();
  expect(seen()).toEqual([[], []]);
});
