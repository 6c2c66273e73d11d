import { and, eq, like } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { affiliations, persons } from "#drizzle/schema/people";
import { auditEntries } from "#drizzle/schema/platform";
import { answerAsHr, confirmAffiliations } from "~/hr/confirming/affiliation-answer.server";
import { listAnswered, toConfirmSource } from "~/hr/confirming/waiting-affiliation.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { action, loader } from "~/routes/hr/affiliations";
import { loader as peoplePage } from "~/routes/hr/_index";
import { action as declare } from "~/routes/account/profile";
import { readingsOf } from "../../support/readings";
import { DAY, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, countStatements, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, pageOfList, post, thrownBy } from "../../support/request";
import { exportNow } from "../../support/hr/exports";

let db: Database;
let hr: TestPerson;
let kent: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db, { first: "Hana", last: "Highline" });
  kent = makePerson(db, { first: "Kim", last: "Kent" });
  give(db, hr, "hr", organisationId(db, "Highline"));
  give(db, kent, "hr", organisationId(db, "Kent"));
});

const args = (request: Request) => ({ request, params: {}, context: {} });
const see = async (who = hr, page = 1) =>
  (await loader(args(await get(db, `/hr/affiliations?page=${page}`, who)))).data;
const send = async (intent: string, ids: string[], who = hr) =>
  action(args(await post(db, "/hr/affiliations", { intent, affiliation: ids }, who)));
const say = (intent: string, ids: string[], who = hr) => thrownBy(() => send(intent, ids, who));
const rowOf = (id: string) => db.select().from(affiliations).where(eq(affiliations.id, id)).get()!;
const acting = (now = TEST_NOW) => actingAs(db, hr, { now, scopeIds: [organisationId(db, "Highline")] });

function declared(last: string, organisation = "Highline") {
  const person = makePerson(db, { first: "Dee", last });
  db.update(persons).set({ phone: "206-555-0100" }).where(eq(persons.id, person.personId)).run();
  return {
    person,
    id: affiliate(db, person, { organisation, employeeId: "004711", building: "Hilltop Elementary", confirmed: false }),
  };
}

test("HR sees who says to be theirs: name, school, role, number and dates; neither hours nor an address", async () => {
  const { person, id } = declared("Clared");
  declared("Kentish", "Kent");
  postCreditFor(db, person, { title: "Watersheds" });
  const page = await see();
  expect(page.rows).toEqual([
    {
      id,
      name: "Clared, Dee",
      organisation: "Highline",
      building: "Hilltop Elementary",
      roleKind: "teacher",
      title: null,
      employeeId: "004711",
      fromDate: "2024-09-01",
      toDate: null,
      age: 0,
    },
  ]);
  const answer = JSON.stringify(page);
  for (const hidden of [person.email, person.personId, "206-555", "Watersheds", "Kentish"]) {
    expect(answer).not.toContain(hidden);
  }
});

test("P5 looking at the list is audited with whom it named", async () => {
  const { person } = declared("Clared");
  await see();
  expect(readingsOf(db, "hr.affiliations-listed")).toMatchObject([
    { actorId: hr.personId, personIds: [person.personId] },
  ]);
});

test("HR confirms several at once, each with an audit row about the person", async () => {
  const [one, two, three] = [declared("One"), declared("Two"), declared("Three")];
  expect((await say("confirm", [one.id, two.id])).headers.get("Location")).toBe("/hr/affiliations");
  for (const { id } of [one, two]) expect(rowOf(id)).toMatchObject({ confirmedBy: hr.personId, disownedAt: null });
  expect(rowOf(three.id)).toMatchObject({ confirmedAt: null, disownedAt: null });
  const audited = db.select().from(auditEntries).where(eq(auditEntries.action, "affiliation.confirmed")).all();
  expect(audited.map(({ subjectId, personId, actorId }) => ({ subjectId, personId, actorId }))).toEqual(
    [one, two].map(({ id, person }) => ({ subjectId: id, personId: person.personId, actorId: hr.personId })),
  );
  const page = await see();
  expect(page.rows.map(({ id }) => id)).toEqual([three.id]);
  expect(page.answered.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
});

test("all that match are confirmed by the address that shows them, on every page", async () => {
  const mine = Array.from({ length: 52 }, (_, number) => declared(`Matching${number}`));
  const others = [declared("Otherwise"), declared("Matching", "Kent")];
  const path = "/hr/affiliations?q=matching";
  const request = await post(db, path, { intent: "confirm", matching: "1", affiliation: mine[0]!.id }, hr);
  expect((await thrownBy(() => action(args(request)))).headers.get("Location")).toBe(path);
  for (const { id } of mine) expect(rowOf(id).confirmedBy).toBe(hr.personId);
  for (const { id } of others) expect(rowOf(id).confirmedAt).toBeNull();
});

test("what HR says is not theirs leaves the list, and can be taken back", async () => {
  const { id, person } = declared("Stranger");
  await say("disown", [id]);
  expect(rowOf(id)).toMatchObject({ confirmedAt: null, disownedBy: hr.personId });
  expect(await see()).toMatchObject({ total: 0, rows: [], answered: [{ id, confirmedAt: null }] });
  await say("take-back", [id]);
  expect(rowOf(id)).toMatchObject({ confirmedAt: null, confirmedBy: null, disownedAt: null, disownedBy: null });
  expect(await see()).toMatchObject({ total: 1, rows: [{ id }], answered: [] });
  const actions = db.select().from(auditEntries).where(like(auditEntries.action, "affiliation.%")).all();
  expect(actions.map(({ action, personId }) => [action, personId])).toEqual([
    ["affiliation.disowned", person.personId],
    ["affiliation.answer-withdrawn", person.personId],
  ]);
});

test("a confirmation is taken back by whoever gave it, for 30 days", () => {
  const { id } = declared("Clared");
  const colleague = makePerson(db);
  give(db, colleague, "hr", organisationId(db, "Highline"));
  expect(answerAsHr(acting(), { intent: "confirm", affiliation: [id] })).toEqual({ ok: true, value: 1 });
  const theirs = actingAs(db, colleague, { now: TEST_NOW, scopeIds: [organisationId(db, "Highline")] });
  const back = { intent: "take-back" as const, affiliation: [id] };
  expect(answerAsHr(theirs, back)).toMatchObject({ reason: "not-said-lately" });
  const late = acting(TEST_NOW + 30 * DAY + 1);
  expect(answerAsHr(late, back)).toMatchObject({ reason: "not-said-lately" });
  expect(listAnswered(late).answered).toEqual([]);
  expect(answerAsHr(acting(TEST_NOW + 30 * DAY), back).ok).toBe(true);
  expect(rowOf(id).confirmedAt).toBeNull();
});

test("what two people say at once is said once; the second learns it", async () => {
  const [one, two] = [declared("One"), declared("Two")];
  await say("confirm", [one.id]);
  const answer = await send("disown", [one.id]);
  expect(answer.init?.status).toBe(409);
  expect(JSON.stringify(answer.data)).toContain("Somebody has said this already");
  expect(rowOf(one.id).confirmedBy).toBe(hr.personId);
  expect(answerAsHr(acting(), { intent: "confirm", affiliation: [one.id, two.id] })).toEqual({ ok: true, value: 1 });
});

test("nobody confirms themselves", async () => {
  const own = affiliate(db, hr, { organisation: "Highline", confirmed: false });
  expect((await see()).rows).toEqual([]);
  const answer = await send("confirm", [own]);
  expect(answer.init?.status).toBe(409);
  expect(JSON.stringify(answer.data)).toContain("Ask a colleague");
  expect(rowOf(own).confirmedAt).toBeNull();
});

test("P2 another district's HR neither sees nor answers them, not even among their own", async () => {
  const { id } = declared("Clared");
  const ours = declared("Kentish", "Kent");
  expect((await see(kent)).rows.map((row) => row.id)).toEqual([ours.id]);
  for (const intent of ["confirm", "disown", "take-back"]) {
    expect((await say(intent, [ours.id, id], kent)).status).toBe(404);
  }
  for (const each of [id, ours.id]) expect(rowOf(each)).toMatchObject({ confirmedAt: null, disownedAt: null });
  await say("disown", [id]);
  expect((await see(kent)).answered).toEqual([]);
});

test("P2 only HR comes here; visitors sign in first; nothing chosen is asked for", async () => {
  const { id, person } = declared("Clared");
  expect((await thrownBy(() => see(person))).status).toBe(403);
  expect((await say("confirm", [id], person)).status).toBe(403);
  const visitor = await thrownBy(async () => loader(args(await get(db, "/hr/affiliations"))));
  expect(visitor.headers.get("Location")).toContain("/sign-in");
  const answer = await send("confirm", []);
  expect(answer.init?.status).toBe(400);
  expect(JSON.stringify(answer.data)).toContain("Tick at least one row.");
  expect(rowOf(id).confirmedAt).toBeNull();
});

test("the list is paged by 50, and takes as many statements for 30 rows as for one", async () => {
  declared("First");
  const list = () => ({ ...pageOfList(() => toConfirmSource(acting())), ...listAnswered(acting()) });
  const count = () => countStatements(db, list);
  const one = count();
  for (let number = 1; number < 30; number++) declared(`Number ${number}`);
  expect(count()).toBe(one);
  expect(list().rows).toHaveLength(30);
  for (let number = 30; number < 51; number++) declared(`Number ${number}`);
  expect(await see()).toMatchObject({ total: 51, rows: { length: 50 } });
  expect((await see(hr, 2)).rows).toHaveLength(1);
});

test("HR's home says how many wait", async () => {
  const home = async (who: TestPerson) => (await peoplePage(args(await get(db, "/hr?period=all", who)))).toConfirm;
  declared("One");
  const { id } = declared("Two");
  expect(await home(hr)).toBe(2);
  expect(await home(kent)).toBe(0);
  await say("confirm", [id]);
  expect(await home(hr)).toBe(1);
});

test("S4 hours from before the confirmation come as late rows in the next export, and to the list of people", async () => {
  const known = makePerson(db, { last: "Known", organisation: "Highline" });
  postCreditFor(db, known, { title: "Known course" });
  const late = makePerson(db, { last: "Late" });
  postCreditFor(db, late, { day: "2027-03-09", title: "Inside the dates" });
  postCreditFor(db, late, { day: "2027-03-10", title: "After the dates" });
  const exported = async () => {
    const outcome = await exportNow(acting(), {
      organisationId: organisationId(db, "Highline"),
      from: null,
      to: null,
      onlyNew: true,
    });
    return outcome.ok ? outcome.value : outcome.reason;
  };
  expect(await exported()).toMatchObject({ rows: 1 });
  const values = {
    intent: "affiliation",
    organisationId: organisationId(db, "Highline"),
    roleKind: "teacher",
    fromDate: "2025-09-01",
    toDate: "2027-03-09",
  };
  await thrownBy(async () => declare(args(await post(db, "/profile", values, late))));
  expect(await exported()).toBe("nothing-to-export");
  const { id } = db.select().from(affiliations).where(eq(affiliations.personId, late.personId)).get()!;
  await say("confirm", [id]);
  const file = await exported();
  if (typeof file === "string") throw new Error(file);
  expect(file.rows).toBe(1);
  expect(file.csv).toContain("Inside the dates");
  const list = await peoplePage(args(await get(db, "/hr?period=all&q=Late", hr)));
  expect(list.rows).toMatchObject([{ id: late.personId, minutes: 420, courses: 1 }]);
  expect(await exported()).toBe("nothing-to-export");
});

test("a staff list confirms through the command, for its own organisation only", async () => {
  const [ours, theirs] = [declared("Ours"), declared("Theirs", "Kent")];
  const run = (affiliationIds: string[]) =>
    inTransaction(db, (tx) =>
      confirmAffiliations(tx, acting(), { affiliationIds, organisationIds: [organisationId(db, "Highline")] }),
    );
  expect(run([ours.id]).map(({ id }) => id)).toEqual([ours.id]);
  expect(run([ours.id])).toEqual([]);
  expect((await thrownBy(() => run([theirs.id]))).status).toBe(404);
  const about = and(eq(auditEntries.action, "affiliation.confirmed"), eq(auditEntries.subjectId, ours.id));
  expect(db.select().from(auditEntries).where(about).all()).toHaveLength(1);
});
