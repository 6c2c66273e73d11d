import { expect, test } from "vitest";
import { PUBLIC_TABLES } from "#drizzle/public-changes";
import { courses, offerings } from "#drizzle/schema/catalog";
import { publicChangeMark } from "~/platform/database/public-change-mark.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import { type VisitorPage, visitorPage } from "~/platform/serving/visitor-pages.server";
import { register } from "~/registration/seats/registration.server";
import { loader as rootLoader } from "~/root";
import { TEST_NOW } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson, psesd } from "../../support/factories";
import { makeMicrocredential } from "../../support/microcredentials/definitions";
import { makeCoordinator } from "../../support/microcredentials/portfolios";
import { get } from "../../support/request";
import { addOwnTime } from "../../support/steps/own-time";
import { StatementLog } from "../../support/state/plans";
import { loadPage } from "../../support/state/routes";

/** Parts of a statement that are named like tables, and the index of the courses' words, which follows two that are counted. */
const NO_TABLES = ["hits", "coming", "fitting", "shown", "json_each", "course_search"];

test("a page that is asked for again and again is made anew before it is too old, once, and nobody waits for it", async () => {
  useTestDatabase();
  let made = 0;
  const waiting: (() => void)[] = [];
  const make = async (): Promise<VisitorPage> => {
    made += 1;
    const etag = `"${made}"`;
    if (made > 1) await new Promise<void>((resolve) => waiting.push(resolve));
    return { status: 200, headers: [], body: Buffer.from("page"), etag, scripts: [], packed: new Map() };
  };
  const ask = async (after: number) => (await visitorPage("renewed", TEST_NOW + after, make)).etag;
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  expect([await ask(0), await ask(1_499)]).toEqual(['"1"', '"1"']);
  await turn();
  expect(made).toBe(1);
  expect([await ask(1_500), await ask(1_600)]).toEqual(['"1"', '"1"']);
  await turn();
  expect([made, await ask(1_999)]).toEqual([2, '"1"']);
  waiting.pop()!();
  await turn();
  expect([await ask(2_100), await ask(2_999), made]).toEqual(['"2"', '"2"', 2]);
  const late = ask(3_500);
  await turn();
  waiting.pop()!();
  expect(await late).toBe('"3"');
});

test("every table of which visitors' pages are made counts its changes", async () => {
  const db = useTestDatabase();
  const { id, courseId, startsAt, endsAt } = makeOffering(db);
  addOwnTime(db, { offeringId: id, startsAt, endsAt, by: makePerson(db).personId });
  const microcredential = makeMicrocredential(makeCoordinator(db), { providerId: psesd(db).id });
  const catalog = ["/catalog", "/catalog?q=reading&modality=online&open=1&area=math", "/microcredentials"];
  const one = [
    `/courses/${courseId}`,
    `/offerings/${id}`,
    `/offerings/${id}/mark`,
    `/microcredentials/${microcredential}`,
  ];
  const log = new StatementLog();
  for (const path of ["/", ...catalog, ...one])
    await log.during(path, async () => {
      await rootLoader({ request: await get(db, path), params: {}, context: { nonce: "test" } });
      await loadPage(await get(db, path));
    });
  const sources = [...log.sent.values()].flatMap(({ sql }) => [...sql.matchAll(/\b(?:from|join)\s+"?(\w+)"?/gi)]);
  const tables = new Set(sources.map(([, table]) => table!));
  expect([...tables].filter((table) => !NO_TABLES.includes(table)).sort()).toEqual([...PUBLIC_TABLES].sort());
});

test("a kept page is dropped by what visitors see, and by nothing else", async () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const person = makePerson(db);
  let made = 0;
  const make = (): Promise<VisitorPage> =>
    Promise.resolve({
      ...{ status: 200, headers: [], body: Buffer.from("page"), etag: `"${String((made += 1))}"`, scripts: [] },
      packed: new Map(),
    });
  const ask = async () => (await visitorPage("the same", TEST_NOW, make)).etag;
  expect([await ask(), await ask()]).toEqual(['"1"', '"1"']);
  const entry = { action: "test.noted", subjectId: offering.id, detail: {} };
  inTransaction(db, (tx) => recordAudit(tx, actingAs(db, person), entry));
  makePerson(db);
  expect(await ask()).toBe('"1"');
  done(register(actingAs(db, person), { offeringId: offering.id }));
  expect(await ask()).toBe('"2"');
  db.update(offerings).set({ capacity: 40 }).run();
  expect(await ask()).toBe('"3"');
  const before = publicChangeMark(db);
  expect(() =>
    inTransaction(db, (tx) => {
      tx.update(courses).set({ title: "Never said" }).run();
      throw new Error("undone");
    }),
  ).toThrow("undone");
  expect(publicChangeMark(db)).toBe(before);
  expect(await ask()).toBe('"3"');
});
