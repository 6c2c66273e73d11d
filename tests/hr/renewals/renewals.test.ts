import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { affiliations } from "#drizzle/schema/people";
import { getDistrictPerson } from "~/hr/people/person.server";
import { ladderSource } from "~/hr/renewals/ladder-list.server";
import { renewalSource } from "~/hr/renewals/renewal-list.server";
import { writeAboutRenewal } from "~/hr/renewals/renewal-note.server";
import { summarizeBySchool } from "~/hr/renewals/school-summary.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/platform/lists/list-query.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { listMyShares, shareRenewal, stopSharing } from "~/renewal/sharing/sharing.server";
import { outside } from "../../renewal/outside/samples";
import { at, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, makePerson, organisationId, type TestPerson } from "../../support/factories";

let db: Database;
let highline: { id: string; code: string; name: string };
beforeEach(() => {
  db = useTestDatabase();
  highline = { id: organisationId(db, "Highline"), code: "17401", name: "Highline" };
});

const hr = (district = "Highline", now = TEST_NOW) =>
  actingAs(db, makePerson(db, { last: "Hana" }), { now, scopeIds: [organisationId(db, district)] });

function renewing(last: string, expiresOn: string, building?: string): TestPerson {
  const person = makePerson(db, { last, organisation: "Highline", ...(building && { building }) });
  done(addCertificate(actingAs(db, person), { kind: "school-nurse", issuedOn: "2023-07-01", expiresOn }));
  return person;
}

function sharing(last: string, expiresOn: string, building?: string): TestPerson {
  const person = renewing(last, expiresOn, building);
  done(shareRenewal(actingAs(db, person), highline.id));
  return person;
}

const listed = (query = "", ctx = hr()) => {
  const search = new URLSearchParams(query);
  return readList(renewalSource(ctx, search), search).rows.map(({ name, missing }) => [name, missing]);
};

test("P2 HR sees the renewal of nobody who has not shown it, and of nobody any more once that is over", () => {
  const shown = sharing("Shown", "2028-06-30");
  renewing("Hidden", "2028-06-30");
  const need = "100 more hours, 3 of them in suicide prevention";
  expect(listed()).toEqual([["Shown, Test", need]]);
  expect(listed("", hr("Kent"))).toEqual([]);
  expect(getDistrictPerson(hr(), shown.personId).renewal?.answer).toContain("You need 100 more hours");
  stopSharing(actingAs(db, shown), highline.id);
  expect(listed()).toEqual([]);
  expect(getDistrictPerson(hr(), shown.personId).renewal).toBeNull();
});

test("S1 it is shown to nobody but HR of where the person works today, as that has confirmed", () => {
  const person = sharing("Leaving", "2028-06-30");
  const work = eq(affiliations.personId, person.personId);
  db.update(affiliations).set({ confirmedAt: null }).where(work).run();
  expect(listed()).toEqual([]);
  db.update(affiliations).set({ confirmedAt: TEST_NOW, toDate: "2026-10-05" }).where(work).run();
  expect(listed()).toHaveLength(1);
  expect(listed("", hr("Highline", at("2026-10-06T09:00")))).toEqual([]);
  expect(shareRenewal(actingAs(db, person), organisationId(db, "Kent"))).toMatchObject({ ok: false });
  affiliate(db, person, { organisation: "Kent" });
  expect(listMyShares(actingAs(db, person)).map(({ name, sharedAt }) => [name, sharedAt !== null])).toEqual([
    ["Kent", false],
    ["Highline", true],
  ]);
});

test("who is short, of what and by when: by last day, and by what is missing", () => {
  const enough = sharing("Enough", "2027-06-30");
  for (let nth = 0; nth < 15; nth++)
    postCreditFor(db, enough, {
      day: "2026-09-08",
      title: `Course ${nth}`,
      designations: nth === 0 ? [{ designation: "SUICIDE-PREVENTION", minutes: 180 }] : [],
    });
  sharing("Late", "2028-06-30");
  sharing("Soon", "2026-12-31");
  expect(listed().map(([name]) => name)).toEqual(["Soon, Test", "Enough, Test", "Late, Test"]);
  expect(listed("within=12").map(([name]) => name)).toEqual(["Soon, Test", "Enough, Test"]);
  expect(listed("hours=enough")).toEqual([["Enough, Test", null]]);
  expect(listed("hours=short&within=3").map(([name]) => name)).toEqual(["Soon, Test"]);
  expect(listed("hours=SUICIDE-PREVENTION").map(([name]) => name)).toEqual(["Soon, Test", "Late, Test"]);
});

test("what rests on somebody's own word alone is told apart", () => {
  const person = sharing("Own", "2028-06-30");
  done(enterOutside(actingAs(db, person), outside(), null));
  const { rows } = readList(renewalSource(hr(), new URLSearchParams()), new URLSearchParams());
  expect(rows).toMatchObject([{ selfReported: 390, missing: "93.5 more hours, 3 of them in suicide prevention" }]);
});

test("one message to those concerned, each with what they lack, once a week, and none to anybody else", () => {
  const soon = sharing("Soon", "2026-12-31");
  const hidden = renewing("Hidden", "2026-12-31");
  const ctx = hr();
  const note = { personIds: [soon.personId, hidden.personId], body: "We have room." };
  expect(done(writeAboutRenewal(ctx, highline, note))).toBe(1);
  expect(writeAboutRenewal({ ...ctx, now: at("2026-10-10T09:00") }, highline, note)).toMatchObject({ ok: false });
  expect(done(writeAboutRenewal({ ...ctx, now: at("2026-10-12T09:00") }, highline, note))).toBe(1);
  const sent = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "renewal-note")).all();
  expect(sent.map(({ personId, payload }) => [personId, payload.need, payload.body])).toEqual(
    Array(2).fill([soon.personId, "100 more hours, 3 of them in suicide prevention", "We have room."]),
  );
});

test("a summary by school tells of nobody who could be picked out", () => {
  for (let nth = 0; nth < 12; nth++) sharing(`Alder ${nth}`, "2028-06-30", "Alder");
  sharing("Birch", "2028-06-30", "Birch");
  expect(summarizeBySchool(hr(), highline)).toEqual({
    rows: [
      { label: "Alder", people: null, of: null },
      { label: "Birch", people: null, of: null },
    ],
    about: 10,
  });
});

test("N5 S1 HR sees the ladder of its paraeducators of today, by the hours completed with it alone", () => {
  const para = makePerson(db, {
    last: "Climber",
    organisation: "Highline",
    roleKind: "paraeducator",
    from: "2027-01-01",
  });
  affiliate(db, para, { organisation: "Kent", roleKind: "paraeducator", from: "2024-09-01", to: "2026-12-31" });
  makePerson(db, { last: "Teacher", organisation: "Highline" });
  const fcs = (minutes: number) => [{ designation: "FCS-01" as const, minutes }];
  postCreditFor(db, para, { day: "2026-11-10", title: "With Kent", designations: fcs(60) });
  postCreditFor(db, para, { day: "2027-03-09", title: "With Highline", designations: fcs(120) });
  const ladders = (district: string, now: number) =>
    readList(ladderSource(hr(district, now), new URLSearchParams()), new URLSearchParams()).rows.map(
      ({ name, ladder }) => [name, ladder.fcs.haveMinutes],
    );
  expect(ladders("Highline", at("2027-04-01T09:00"))).toEqual([["Climber, Test", 120]]);
  expect(ladders("Kent", at("2027-04-01T09:00"))).toEqual([]);
});
