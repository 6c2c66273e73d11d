import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { grants } from "#drizzle/schema/grants";
import { affiliations } from "#drizzle/schema/people";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { getDistrictPerson } from "~/hr/people/person.server";
import {
  getMySubmission,
  getSubmitPage,
  listMySubmissions,
  submitHours,
  withdrawHours,
} from "~/hr/submitted/submit.server";
import { decideSubmitted, getSubmitted } from "~/hr/submitted/submitted-decision.server";
import { submittedSource } from "~/hr/submitted/submitted-list.server";
import type { Database } from "~/platform/database/database.server";
import { changeOutside, enterOutside, removeOutside } from "~/renewal/outside/outside-hours.server";
import { action as submit, loader as submitPage } from "~/routes/educator/hours_.submitted.new";
import { action as decide, loader as hrPage } from "~/routes/submitted/$id";
import { loader as hrList } from "~/routes/submitted/_index";
import { at, setClock } from "../../support/clock";
import { correctCreditRow, postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { affiliate, give, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { readingsOf } from "../../support/readings";
import { get, pageOfList, post, thrownBy } from "../../support/request";
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

const args = (request: Request, id = "") => ({ request, params: { id }, context: {} });
const me = (now = NOW) => actingAs(db, person, { now });
const desk = (district = "Highline", now = NOW) => actingAs(db, hr, { now, scopeIds: [organisationId(db, district)] });
const offered = (wanted: string | null = null) =>
  getSubmitPage(me(), wanted).chosen!.rows.map(({ title, completedOn }) => [title, completedOn]);
const send = (...row: string[]) => done(submitHours(me(), { organization: highline, row }));
const sendEarly = () => send(`credit-${early}`);
const seenBy = (id: string) => getSubmitted(desk(), id).seen;
const accept = (id: string) => decideSubmitted(desk(), id, { intent: "accept", seen: seenBy(id) });
const listed = (search = "", district = "Highline") =>
  pageOfList((each) => submittedSource(desk(district), each), search).rows.map(({ id }) => id);

test("S1 offered are posted hours of a day that no confirmed workplace there holds, and hours from elsewhere of any day", () => {
  postCreditFor(db, person, { day: "2027-04-01", title: "With Highline" });
  done(enterOutside(me(), outside({ title: "Elsewhere", startedOn: "2027-05-01", completedOn: "2027-05-02" }), null));
  expect(offered()).toEqual([
    ["Elsewhere", "2027-05-02"],
    ["Before Highline", "2027-03-09"],
  ]);
  // What the person says by themselves shows nothing to HR yet, so that everything can be submitted.
  db.update(affiliations).set({ confirmedAt: null }).where(eq(affiliations.personId, person.personId)).run();
  expect(offered().map(([title]) => title)).toEqual(["Elsewhere", "With Highline", "Before Highline"]);
});

test("hours are submitted to a workplace of today that nobody disowned, and nowhere else", () => {
  affiliate(db, person, { organisation: "Kent", from: "2020-01-01", to: "2027-03-31" });
  const kent = organisationId(db, "Kent");
  expect(submitHours(me(), { organization: kent, row: [`credit-${early}`] })).toMatchObject({ reason: "not-there" });
  expect(() => getSubmitPage(me(), kent)).toThrow();
  const disowned = { confirmedAt: null, disownedAt: NOW };
  db.update(affiliations).set(disowned).where(eq(affiliations.organisationId, highline)).run();
  expect(getSubmitPage(me(), null)).toEqual({ places: [], chosen: null });
});

test("nobody submits another's hours, what HR sees already, or the same hours twice", () => {
  const theirs = postCreditFor(db, makePerson(db), { day: "2027-03-09" }).creditId;
  const seen = postCreditFor(db, person, { day: "2027-04-01" }).creditId;
  for (const credit of [theirs, seen])
    expect(submitHours(me(), { organization: highline, row: [`credit-${credit}`] })).toMatchObject({
      reason: "not-submittable",
    });
  sendEarly();
  expect(submitHours(me(), { organization: highline, row: [`credit-${early}`] })).toMatchObject({
    reason: "not-submittable",
  });
  const other = makePerson(db);
  expect(() => getMySubmission(actingAs(db, other, { now: NOW }), listMySubmissions(me())[0]!.id)).toThrow();
});

test("HR is told, sees the submitted rows and nothing else, and accepts; the person is told, and finds it a year later", () => {
  done(enterOutside(me(), outside({ title: "Kept to myself" }), null));
  const id = sendEarly();
  expect(messagesOf(db, "hours-submitted").map(({ personId }) => personId)).toEqual([hr.personId]);
  expect(listed()).toEqual([id]);
  const page = getSubmitted(desk(), id);
  expect(page).toMatchObject({ name: "Ames, Ada", workplace: "confirmed", state: "sent" });
  expect(page.rows).toMatchObject([{ title: "Before Highline", amount: "7 clock hours", since: null }]);
  expect(JSON.stringify(page)).not.toContain("Kept to myself");
  expect(readingsOf(db, "hr.submitted-read").length).toBeGreaterThan(0);
  expect(done(accept(id))).toBe("accepted");
  expect(messagesOf(db, "submitted-hours-decided")).toMatchObject([
    { personId: person.personId, payload: { decision: "accepted", rows: "1 row", hrName: "Hana HR", reason: null } },
  ]);
  expect(listed()).toEqual([]);
  expect(listed("state=accepted")).toEqual([id]);
  const later = getMySubmission(me(at("2028-10-01T09:00")), id);
  expect(later).toMatchObject({ state: "accepted", decidedBy: "Hana HR", rows: [{ title: "Before Highline" }] });
  expect(later.consent).toContain("HR of Highline may see the hours that I ticked");
  expect(later.history.map(({ what }) => what)).toEqual(["Accepted", "Submitted: in all 1 row"]);
});

test("what is accepted is taken back with a reason, and accepted after all", () => {
  const id = sendEarly();
  done(accept(id));
  done(decideSubmitted(desk(), id, { intent: "take-back", seen: seenBy(id), reason: "Another Ada." }));
  expect(getDistrictPerson(desk(), person.personId).submitted).toEqual([]);
  expect(getMySubmission(me(), id)).toMatchObject({ state: "taken-back", reason: "Another Ada." });
  const tomorrow = desk("Highline", NOW + 86_400_000);
  done(decideSubmitted(tomorrow, id, { intent: "accept", seen: seenBy(id) }));
  expect(getSubmitted(desk(), id).history.map(({ what }) => what)).toEqual([
    "Accepted",
    "No longer accepted: because “Another Ada.”",
    "Accepted",
    "Submitted: in all 1 row",
  ]);
});

test("what was returned can be submitted again, and is then decided there alone", () => {
  const id = sendEarly();
  done(decideSubmitted(desk(), id, { intent: "return", seen: seenBy(id), reason: "Which degree?" }));
  const again = sendEarly();
  expect(accept(id)).toMatchObject({ reason: "submitted-again" });
  expect(done(accept(again))).toBe("accepted");
});

test("nobody decides on what somebody else decided meanwhile", () => {
  const id = sendEarly();
  const seen = seenBy(id);
  const later = desk("Highline", NOW + 1);
  done(decideSubmitted(later, id, { intent: "return", seen, reason: "No." }));
  expect(decideSubmitted(later, id, { intent: "accept", seen })).toMatchObject({ reason: "changed-meanwhile" });
  expect(decideSubmitted(later, id, { intent: "take-back", seen: NOW + 1, reason: "No." })).toMatchObject({
    reason: "changed-meanwhile",
  });
  expect(withdrawHours(me(), id)).toMatchObject({ reason: "is-decided" });
});

test("of one person HR is told once a day; who works there by their own word alone is marked so", () => {
  db.update(affiliations).set({ confirmedAt: null }).where(eq(affiliations.personId, person.personId)).run();
  const second = done(enterOutside(me(), outside(), null));
  sendEarly();
  const id = send(`elsewhere-${second}`);
  expect(messagesOf(db, "hours-submitted")).toHaveLength(1);
  expect(getSubmitted(desk(), id)).toMatchObject({ workplace: "unconfirmed", personPage: null });
});

test("hours from elsewhere that a registrar returned are not offered", () => {
  done(enterOutside(me(), outside(), null));
  const sent = { state: "sent", providerId: psesd(db).id, sentAt: 1 } as const;
  const returned = { state: "returned", reason: "No.", decidedAt: 2, decidedBy: hr.personId } as const;
  db.update(outsideHours).set(sent).run();
  db.update(outsideHours).set(returned).run();
  expect(offered().map(([title]) => title)).toEqual(["Before Highline"]);
});

test("P2 what is withdrawn HR sees no more at once, in the list, on its page and by a decision", () => {
  const id = sendEarly();
  const seen = seenBy(id);
  done(withdrawHours(me(), id));
  expect(listed("state=all")).toEqual([]);
  expect(() => getSubmitted(desk(), id)).toThrow();
  expect(decideSubmitted(desk(), id, { intent: "accept", seen })).toMatchObject({ reason: "unknown-submission" });
  expect(getMySubmission(me(), id)).toMatchObject({ state: "withdrawn" });
  expect(sendEarly()).not.toBe(id);
});

test("P2 another district, and HR whose grant ended, see nothing of it", async () => {
  const id = sendEarly();
  expect(listed("state=all", "Kent")).toEqual([]);
  expect(() => getSubmitted(desk("Kent"), id)).toThrow();
  const accepting = { intent: "accept" as const, seen: seenBy(id) };
  expect(decideSubmitted(desk("Kent"), id, accepting)).toMatchObject({ reason: "unknown-submission" });
  done(accept(id));
  affiliate(db, person, { organisation: "Kent", from: "2027-04-01" });
  expect(getDistrictPerson(desk("Kent"), person.personId).submitted).toEqual([]);
  const path = `/hr/submitted/${id}`;
  expect((await hrPage(args(await get(db, path, hr), id))).data.state).toBe("accepted");
  db.update(grants).set({ revokedAt: NOW, revokedBy: hr.personId }).where(eq(grants.personId, hr.personId)).run();
  expect((await thrownBy(async () => hrPage(args(await get(db, path, hr), id)))).status).toBe(403);
  expect((await thrownBy(async () => hrList(args(await get(db, "/hr/submitted", hr))))).status).toBe(403);
});

test("S1 T7 what became of a row since is said: corrected, seen by the district itself, changed or taken out elsewhere", () => {
  const entry = done(enterOutside(me(), outside({ title: "Elsewhere" }), null));
  const id = send(`credit-${early}`, `elsewhere-${entry}`);
  const since = () => getSubmitted(desk(), id).rows.map((row) => row.since);
  expect(since()).toEqual([null, null]);
  affiliate(db, person, { organisation: "Highline", from: "2027-01-01", to: "2027-03-31" });
  done(changeOutside(me(), entry, outside({ title: "Something of my own" }), null));
  expect(since()).toEqual([
    "Stands among the district’s own clock hours by now",
    "Changed or taken out since it was submitted",
  ]);
  correctCreditRow(db, early, 390, NOW);
  done(removeOutside(me(), entry));
  const { rows } = getSubmitted(desk(), id);
  expect(rows).toMatchObject([
    { amount: "7 clock hours", since: "Corrected since it was submitted: now 6.5 clock hours" },
    { title: "Elsewhere", since: "Changed or taken out since it was submitted" },
  ]);
});

test("the pages submit with consent only, and accept", async () => {
  setClock(NOW);
  const path = "/hours/submitted/new";
  const { data: page } = await submitPage(args(await get(db, path, person)));
  expect(page.chosen).toMatchObject({ id: highline, rows: [{ key: `credit-${early}` }] });
  const form = { intent: "submit", organization: highline, row: `credit-${early}` };
  await submit(args(await post(db, path, form, person)));
  expect(db.select().from(submittedRows).all()).toEqual([]);
  const sent = await thrownBy(async () => submit(args(await post(db, path, { ...form, consent: "on" }, person))));
  const { id, updatedAt } = db.select().from(submittedHours).get()!;
  expect(sent.headers.get("Location")).toBe(`/hours/submitted/${id}`);
  const values = { intent: "accept", seen: String(updatedAt) };
  const saved = await thrownBy(async () => decide(args(await post(db, `/hr/submitted/${id}`, values, hr), id)));
  expect(saved.headers.get("Location")).toBe(`/hr/submitted/${id}`);
  expect(db.select().from(submittedHours).get()!.state).toBe("accepted");
});
