import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { affiliations, persons } from "#drizzle/schema/people";
import { getDistrictPerson } from "~/hr/people/person.server";
import { ladderSource } from "~/hr/renewals/ladder-list.server";
import { openRenewals } from "~/hr/renewals/renewal-list.server";
import { listToWrite, reckonLacking, writeAboutRenewal } from "~/hr/renewals/renewal-note.server";
import { MOST_WRITTEN } from "~/hr/renewals/note-form";
import { MOST_RECKONED } from "~/hr/renewals/renewal-people.server";
import { summarizeBySchool } from "~/hr/renewals/school-summary.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/platform/lists/list-page.server";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { addCertificate, listCertificates } from "~/renewal/certificates/educator-certificate.server";
import { enterOutside } from "~/renewal/outside/outside-hours.server";
import { listMyShares, shareRenewal, stopSharing } from "~/renewal/sharing/sharing.server";
import { outside } from "../../renewal/outside/samples";
import { at, TEST_NOW } from "../../support/clock";
import { copyRow } from "../../support/copies";
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

const rowsOf = async (query = "", ctx = hr()) => {
  const search = new URLSearchParams(query);
  return readList((await openRenewals(ctx, search)).source, search).rows;
};
const listed = async (query = "", ctx = hr()) => (await rowsOf(query, ctx)).map(({ name, missing }) => [name, missing]);
const write = async (ctx: ScopedContext, personIds: string[]) =>
  writeAboutRenewal(ctx, highline, { lacking: await reckonLacking(ctx, highline, personIds), body: "We have room." });

test("P2 HR sees the renewal of nobody who has not shown it, and of nobody any more once that is over", async () => {
  const shown = sharing("Shown", "2028-06-30");
  renewing("Hidden", "2028-06-30");
  const need = "100 more hours, 3 of them in suicide prevention";
  expect(await listed()).toEqual([["Shown, Test", need]]);
  expect(await listed("", hr("Kent"))).toEqual([]);
  expect(getDistrictPerson(hr(), shown.personId).renewal?.answer).toContain("You need 100 more hours");
  stopSharing(actingAs(db, shown), highline.id);
  expect(await listed()).toEqual([]);
  expect(getDistrictPerson(hr(), shown.personId).renewal).toBeNull();
});

test("S1 it is shown to nobody but HR of where the person works today, as that has confirmed", async () => {
  const person = sharing("Leaving", "2028-06-30");
  const work = eq(affiliations.personId, person.personId);
  db.update(affiliations).set({ confirmedAt: null }).where(work).run();
  expect(await listed()).toEqual([]);
  db.update(affiliations).set({ confirmedAt: TEST_NOW, toDate: "2026-10-05" }).where(work).run();
  expect(await listed()).toHaveLength(1);
  expect(await listed("", hr("Highline", at("2026-10-06T09:00")))).toEqual([]);
  expect(shareRenewal(actingAs(db, person), organisationId(db, "Kent"))).toMatchObject({ ok: false });
  affiliate(db, person, { organisation: "Kent" });
  expect(listMyShares(actingAs(db, person)).map(({ name, sharedAt }) => [name, sharedAt !== null])).toEqual([
    ["Kent", false],
    ["Highline", true],
  ]);
});

test("who is short, of what and by when: by last day, and by what is missing", async () => {
  const enough = sharing("Enough", "2027-06-30");
  for (let nth = 0; nth < 15; nth++)
    postCreditFor(db, enough, {
      day: "2026-09-08",
      title: `Course ${nth}`,
      designations: nth === 0 ? [{ designation: "SUICIDE-PREVENTION", minutes: 180 }] : [],
    });
  sharing("Late", "2028-06-30");
  sharing("Soon", "2026-12-31");
  expect((await listed()).map(([name]) => name)).toEqual(["Soon, Test", "Enough, Test", "Late, Test"]);
  expect((await listed("within=12")).map(([name]) => name)).toEqual(["Soon, Test", "Enough, Test"]);
  expect(await listed("hours=enough")).toEqual([["Enough, Test", null]]);
  expect((await listed("hours=short&within=3")).map(([name]) => name)).toEqual(["Soon, Test"]);
  expect((await listed("hours=SUICIDE-PREVENTION")).map(([name]) => name)).toEqual(["Soon, Test", "Late, Test"]);
});

test("what rests on somebody's own word alone is told apart", async () => {
  const person = sharing("Own", "2028-06-30");
  done(enterOutside(actingAs(db, person), outside(), null));
  expect(await rowsOf()).toMatchObject([
    { selfReported: 390, missing: "93.5 more hours, 3 of them in suicide prevention" },
  ]);
});

test("one message to those concerned, each with what they lack, once a week, and none to anybody else", async () => {
  const soon = sharing("Soon", "2026-12-31");
  const hidden = renewing("Hidden", "2026-12-31");
  const ctx = hr();
  const people = [soon.personId, hidden.personId];
  expect(done(await write(ctx, people))).toBe(1);
  expect(await write({ ...ctx, now: at("2026-10-10T09:00") }, people)).toMatchObject({ ok: false });
  expect(done(await write({ ...ctx, now: at("2026-10-12T09:00") }, people))).toBe(1);
  const sent = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "renewal-note")).all();
  expect(sent.map(({ personId, payload }) => [personId, payload.need, payload.body])).toEqual(
    Array(2).fill([soon.personId, "100 more hours, 3 of them in suicide prevention", "We have room."]),
  );
});

test("a summary by school tells of nobody who could be picked out", async () => {
  for (let nth = 0; nth < 12; nth++) sharing(`Alder ${nth}`, "2028-06-30", "Alder");
  sharing("Birch", "2028-06-30", "Birch");
  expect(await summarizeBySchool(hr(), highline)).toEqual({
    rows: [
      { label: "Alder", people: null, of: null },
      { label: "Birch", people: null, of: null },
    ],
    about: 10,
    firstOf: null,
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

test("more people than are reckoned or written to at once: the page says so, and the next form goes to the next", async () => {
  const first = sharing("Many", "2028-06-30", "Alder");
  const [work] = listAffiliations(db, first.personId);
  const [certificate] = listCertificates(db, first.personId);
  for (let nth = 0; nth < MOST_RECKONED; nth++) {
    const copy = (table: string, id: string, change: object, key?: string) =>
      copyRow(db, { table, id, times: 1, ...(key && { key }) }, () => ({ ...change }))[0]!;
    const personId = copy("persons", first.personId, { email: `many${nth}@test.example`, certificate_number: null });
    copy("affiliations", work!.id, { person_id: personId });
    copy("educator_certificates", certificate!.id, { person_id: personId });
    copy("renewal_shares", first.personId, { person_id: personId }, "person_id");
  }
  const ctx = hr();
  expect((await openRenewals(ctx, new URLSearchParams("hours=short"))).firstOf).toBe(MOST_RECKONED);
  expect((await openRenewals(ctx, new URLSearchParams())).firstOf).toBeNull();
  expect(await summarizeBySchool(ctx, highline)).toMatchObject({ about: MOST_RECKONED, firstOf: MOST_RECKONED });
  const all = db.select({ id: persons.id }).from(persons).all();
  const choose = () =>
    listToWrite(
      ctx,
      highline,
      all.map(({ id }) => id),
    );
  const { people, total } = await choose();
  expect([people.length, total]).toEqual([MOST_WRITTEN, MOST_RECKONED + 1]);
  const ids = people.map(({ personId }) => personId);
  expect(done(await write(ctx, ids))).toBe(MOST_WRITTEN);
  const next = await choose();
  expect([next.people.length, next.total]).toEqual([MOST_WRITTEN, MOST_RECKONED + 1 - MOST_WRITTEN]);
  expect(next.people.filter(({ personId }) => ids.includes(personId))).toEqual([]);
});

test("whoever ends their wish while it is reckoned is not written to", async () => {
  const soon = sharing("Soon", "2026-12-31");
  const ctx = hr();
  const lacking = await reckonLacking(ctx, highline, [soon.personId]);
  stopSharing(actingAs(db, soon), highline.id);
  expect(writeAboutRenewal(ctx, highline, { lacking, body: "We have room." })).toMatchObject({
    reason: "nobody-to-write",
  });
});
