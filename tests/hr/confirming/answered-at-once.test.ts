import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { grants } from "#drizzle/schema/grants";
import { affiliations } from "#drizzle/schema/people";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { callOff, listStarted, startAction } from "~/desks/started/started-action.server";
import { answerAsHr } from "~/hr/confirming/affiliation-answer.server";
import { listBatches } from "~/hr/confirming/waiting-affiliation.server";
import type { Database } from "~/platform/database/database.server";
import { action, loader } from "~/routes/hr/affiliations";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let hr: TestPerson;
let kent: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db);
  kent = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  give(db, kent, "hr", organisationId(db, "Kent"));
});

const args = (request: Request) => ({ request, params: {}, context: {} });
const see = async (who = hr) => (await loader(args(await get(db, "/hr/affiliations", who)))).data;
const rowOf = (id: string) => db.select().from(affiliations).where(eq(affiliations.id, id)).get()!;
const acting = (now = TEST_NOW) => actingAs(db, hr, { now, scopeIds: [organisationId(db, "Highline")] });
const declared = () => affiliate(db, makePerson(db), { organisation: "Highline", confirmed: false });

test("all of one confirmation are taken back at once, and those of no other", async () => {
  const ids = [declared(), declared(), declared()];
  const [alone, later] = [declared(), declared()];
  expect(answerAsHr(acting(), { intent: "confirm", affiliation: ids }).ok).toBe(true);
  expect(answerAsHr(acting(TEST_NOW + 1), { intent: "confirm", affiliation: [alone] }).ok).toBe(true);
  expect(answerAsHr(acting(TEST_NOW + 2), { intent: "disown", affiliation: [later] }).ok).toBe(true);
  expect((await see()).batches.rows).toEqual([{ at: TEST_NOW, people: 3, ours: 3 }]);
  expect((await see(kent)).batches.rows).toEqual([]);
  const back = async (at: number, who = hr) =>
    action(args(await post(db, "/hr/affiliations", { intent: "take-back-all", at: String(at) }, who)));
  expect((await back(TEST_NOW, kent)).init?.status).toBe(400);
  expect((await back(TEST_NOW + 5)).init?.status).toBe(400);
  expect((await thrownBy(() => back(TEST_NOW))).status).toBe(302);
  expect(ids.map((id) => rowOf(id).confirmedAt)).toEqual([null, null, null]);
  expect([rowOf(alone).confirmedBy, rowOf(later).disownedBy]).toEqual([hr.personId, hr.personId]);
  expect((await see()).batches.rows).toEqual([]);
});

test("a confirmation names its effect, waits, and asks the right again; called off, it confirms nobody", () => {
  const ids = [declared(), declared()];
  const start = () =>
    startAction(acting(), "answer-affiliations", { intent: "confirm", affiliation: ids }, { seconds: 10 });
  expect(start()).toEqual({ ok: true, waiting: true });
  const [waiting] = listStarted(acting()).rows;
  expect(waiting).toMatchObject({ state: "waiting", effect: "Confirm 2 people as yours." });
  expect(callOff(acting(), waiting!.id).ok).toBe(true);
  expect(carryOutDue(systemContext(db, TEST_NOW + DAY))).toBe(0);
  expect(ids.map((id) => rowOf(id).confirmedAt)).toEqual([null, null]);

  start();
  db.update(grants).set({ revokedAt: TEST_NOW }).where(eq(grants.personId, hr.personId)).run();
  carryOutDue(systemContext(db, TEST_NOW + 10_000));
  expect(ids.map((id) => rowOf(id).confirmedAt)).toEqual([null, null]);
  give(db, hr, "hr", organisationId(db, "Highline"));
  start();
  expect(carryOutDue(systemContext(db, TEST_NOW + 10_000))).toBe(1);
  expect(ids.map((id) => rowOf(id).confirmedBy)).toEqual([hr.personId, hr.personId]);
  expect(
    listStarted(acting())
      .rows.map(({ state }) => state)
      .sort(),
  ).toEqual(["called-off", "done", "refused"]);
  expect(listBatches(acting(TEST_NOW + DAY))).toEqual({
    total: 1,
    rows: [{ at: TEST_NOW + 10_000, people: 2, ours: 2 }],
  });
});

test("what was said recently is counted, not cut in silence, and all of it can be taken back", async () => {
  const ids = Array.from({ length: 120 }, () => declared());
  for (let from = 0; from < ids.length; from += 2)
    answerAsHr(acting(TEST_NOW + from), { intent: "confirm", affiliation: ids.slice(from, from + 2) });
  const shown = async (search: string) => {
    const { answered, answeredTotal, batches } = (await loader(args(await get(db, `/hr/affiliations${search}`, hr))))
      .data;
    return [answered.length, answeredTotal, batches.rows.length, batches.total];
  };
  expect(await shown("")).toEqual([50, 120, 50, 60]);
  expect(await shown("?answered=all")).toEqual([120, 120, 60, 60]);
});
