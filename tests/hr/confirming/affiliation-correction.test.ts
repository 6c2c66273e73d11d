import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { affiliations } from "#drizzle/schema/people";
import {
  addAsHr,
  correctAsAdministrator,
  correctAsHr,
  correctMyAffiliation,
} from "~/hr/confirming/affiliation-correction.server";
import { listAffiliationHistory } from "~/people/affiliations/affiliation-history.server";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { removeAffiliation } from "~/people/affiliations/affiliation.server";
import type { Database } from "~/platform/database/database.server";
import { action as correct } from "~/routes/account/profile_.workplaces.$id";
import { at, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { post, thrownBy } from "../../support/request";
import { exportNow, listExportLines } from "../../support/hr/exports";

const LATER = at("2027-04-01T09:00");

let db: Database;
let person: TestPerson;
let hr: TestPerson;
let kent: string;
let highline: string;
beforeEach(() => {
  db = useTestDatabase();
  [person, hr] = [
    makePerson(db, { first: "Ada", last: "Moved" }),
    makePerson(db, { first: "Hana", last: "Resources" }),
  ];
  [kent, highline] = [organisationId(db, "Kent"), organisationId(db, "Highline")];
  give(db, hr, "hr", kent);
});

const me = () => actingAs(db, person, { now: LATER });
const staff = () => actingAs(db, hr, { now: LATER, scopeIds: [kent] });
const rowOf = (id: string) => db.select().from(affiliations).where(eq(affiliations.id, id)).get()!;
const asKent = (id: string, values: Record<string, unknown> = {}) => {
  const { organisationId: _organisation, ...row } = rowOf(id);
  return { ...row, affiliationId: id, organisationId: kent, ...values };
};
const EVERYTHING = { from: null, to: null, onlyNew: true };
const newLines = () => listExportLines(db, { id: kent, code: "17415", name: "Kent" }, EVERYTHING);

test("S1 S4 a wrong first day hides hours from HR; corrected by HR they are in the next export of what is new", async () => {
  const id = affiliate(db, person, { organisation: "Kent", from: "2027-03-22" });
  postCreditFor(db, person, { day: "2027-03-09" });
  expect((await exportNow(staff(), { organisationId: kent, ...EVERYTHING })).ok).toBe(false);
  expect(newLines()).toEqual([]);
  done(correctAsHr(staff(), asKent(id, { fromDate: "2026-09-01" })));
  expect(newLines().map(({ personId, row }) => [personId, row.record])).toEqual([[person.personId, "new"]]);
  expect(rowOf(id)).toMatchObject({ fromDate: "2026-09-01", confirmedBy: hr.personId });
});

test("S1 each correction stands in the history: who, what, the old value and the new one", () => {
  const id = affiliate(db, person, { organisation: "Kent", from: "2027-03-22", employeeId: "417" });
  done(correctAsHr(staff(), asKent(id, { fromDate: "2026-09-01", employeeId: "00417", toDate: "2027-06-30" })));
  expect(listAffiliationHistory(db, id).map(({ who, what }) => [who, what])).toEqual([
    [
      hr.name,
      "Corrected the employee ID from “417” to “00417”; first day from Mon, Mar 22, 2027 to Tue, Sep 1, 2026; last day from none to Wed, Jun 30, 2027",
    ],
  ]);
});

test("S1 what only the person vouches for waits anew; a building or fewer days do not", () => {
  const id = affiliate(db, person, { organisation: "Kent", from: "2026-09-01" });
  done(correctMyAffiliation(me(), asKent(id, { building: "Meridian Elementary", toDate: "2027-06-30" })));
  expect(rowOf(id)).toMatchObject({ building: "Meridian Elementary", confirmedAt: TEST_NOW });
  done(correctMyAffiliation(me(), asKent(id, { fromDate: "2025-09-01" })));
  expect(rowOf(id)).toMatchObject({ fromDate: "2025-09-01", confirmedAt: null, confirmedBy: null });
});

test("an overlap is answered with the entry that is in the way, and that can be corrected instead", async () => {
  const old = affiliate(db, person, { organisation: "Kent", from: "2024-09-01", to: "2025-06-30" });
  const id = affiliate(db, person, { organisation: "Kent", from: "2025-09-01" });
  const values = { intent: "affiliation", organisationId: kent, roleKind: "teacher", fromDate: "2025-01-01" };
  const request = await post(db, `/profile/workplaces/${id}`, values, person);
  const answer = await correct({ request, params: { id }, context: {} });
  expect(answer.init?.status).toBe(409);
  expect(answer.data).toMatchObject({
    conflict: { affiliationId: old, organisation: "Kent", fromDate: "2024-09-01", toDate: "2025-06-30" },
  });
  expect(rowOf(id).fromDate).toBe("2025-09-01");
});

test("S1 HR names one of theirs by the whole address or certificate number, and only theirs", () => {
  const workplace = {
    organisationId: kent,
    roleKind: "teacher" as const,
    title: null,
    employeeId: "00417",
    building: null,
    fromDate: "2026-09-01",
    toDate: null,
  };
  expect(addAsHr(staff(), { ...workplace, who: "nobody@test.example" })).toMatchObject({ reason: "unknown-person" });
  expect(addAsHr(staff(), { ...workplace, who: "Moved" })).toMatchObject({ reason: "unknown-person" });
  expect(addAsHr(staff(), { ...workplace, organisationId: highline, who: person.email })).toMatchObject({
    reason: "own-district",
  });
  expect(addAsHr(staff(), { ...workplace, who: hr.email })).toMatchObject({ reason: "own-affiliation" });
  expect(done(addAsHr(staff(), { ...workplace, who: person.email.toUpperCase() }))).toEqual({
    personId: person.personId,
  });
  expect(addAsHr(staff(), { ...workplace, who: person.email })).toMatchObject({ reason: "overlaps" });
});

test("P2 nobody corrects another district's entry, somebody else's, or, as staff, their own", () => {
  const theirs = affiliate(db, person, { organisation: "Highline" });
  const own = affiliate(db, hr, { organisation: "Kent" });
  const admin = makePerson(db);
  give(db, admin, "admin");
  expect(correctAsHr(staff(), asKent(theirs))).toMatchObject({ reason: "unknown-affiliation" });
  expect(correctAsHr(staff(), { ...asKent(own), organisationId: kent })).toMatchObject({ reason: "own-affiliation" });
  expect(correctMyAffiliation(me(), asKent(own))).toMatchObject({ reason: "unknown-affiliation" });
  expect(removeAffiliation(me(), own)).toMatchObject({ reason: "unknown-affiliation" });
  expect(correctAsAdministrator(actingAs(db, admin, { now: LATER }), asKent(theirs)).ok).toBe(true);
});

test("an entry that nobody confirmed can go; one that was confirmed has counted and stays", () => {
  const waiting = affiliate(db, person, { organisation: "Kent", confirmed: false });
  const counted = affiliate(db, person, { organisation: "Highline" });
  expect(removeAffiliation(me(), waiting).ok).toBe(true);
  expect(removeAffiliation(me(), counted)).toMatchObject({ reason: "confirmed-already" });
  expect(db.select().from(affiliations).all()).toHaveLength(1);
});

test("two who correct one entry at once collide in words; nobody else is told of its values", async () => {
  const id = affiliate(db, person, { organisation: "Kent", from: "2026-09-01", employeeId: "00417" });
  const base = writeBase(toAffiliationDraft(rowOf(id)));
  done(correctAsHr(staff(), asKent(id, { employeeId: "00418" })));
  const values = {
    intent: "affiliation",
    organisationId: kent,
    roleKind: "teacher",
    employeeId: "00417",
    building: "Hilltop",
    fromDate: "2026-09-01",
    base,
  };
  const send = async (who: TestPerson, more: Record<string, string> = {}) => {
    const request = await post(db, `/profile/workplaces/${id}`, { ...values, ...more }, who);
    return correct({ request, params: { id }, context: {} });
  };
  const answer = await send(person);
  const stale = staleIn(answer.data);
  expect(stale).toMatchObject({
    change: { by: hr.name },
    fields: [{ field: "employeeId", before: "00417", now: "00418", touched: false }],
  });
  expect(rowOf(id)).toMatchObject({ employeeId: "00418", building: null });
  const again = await thrownBy(() => send(person, { base: stale!.base, "keep.employeeId": "theirs" }));
  expect(again.status).toBe(302);
  expect(rowOf(id)).toMatchObject({ employeeId: "00418", building: "Hilltop", confirmedAt: LATER });
  expect(JSON.stringify((await send(makePerson(db))).data)).not.toContain("00418");
});
