import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { documents } from "#drizzle/schema/documents";
import { grants } from "#drizzle/schema/grants";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { addHrNote } from "~/hr/notes/hr-note.server";
import { reviewHours } from "~/hr/salary/review.server";
import { cloneDatabase, type Database, setDatabase } from "~/platform/database/database.server";
import { TEST_NOW } from "../support/clock";
import { postCreditFor } from "../support/credits";
import { actingAs } from "../support/database";
import { done } from "../support/done";
import { affiliate, makePerson } from "../support/factories";
import { exportNow } from "../support/hr/exports";
import { LEARNERS, type LearnerName, type Owner, OWNERS } from "./access/cast";
import { findRoutes } from "./access/extracted";
import type { AccessRow } from "./access/row";
import { type Answer, cookieOf, digestOf, fill, listTold, visit } from "./access/visit";
import { makeWorld, type World } from "./access/world";
import { FOREIGN, LEADS_ON } from "./hr-leak/foreign";
import { hasParameter, hrRoutes, rowsToOpen, rowsToSend } from "./hr-leak/walk";

const code = await findRoutes();
const OPENED = rowsToOpen(code).map((row) => [row.at, row] as const);
const SENT = rowsToSend(code).map((row) => [`${row.route} ${row.intent ?? ""} ${row.at}`, row] as const);

let world: World;
let bytes: Buffer;
/** Somebody who worked for the one district, and then for the other. */
let mover: Record<string, string>;
let db: Database;

beforeAll(async () => {
  world = await makeWorld();
  mover = await makeMover(world);
  bytes = world.db.$client.serialize();
}, 60_000);

beforeEach(() => {
  db = cloneDatabase(bytes);
  setDatabase(db);
  return () => db.$client.close();
});

const capital = (owner: Owner) => owner.charAt(0).toUpperCase() + owner.slice(1);

const hrOf = (owner: Owner) => cookieOf(db, world.cast.staff[`hr ${owner}`]);

/** By what a district's people, papers and words would be found in an answer. */
const traces = (owner: Owner): string[] => [
  ...(Object.keys(LEARNERS) as LearnerName[])
    .filter((name) => LEARNERS[name].district === owner)
    .flatMap((name) => [LEARNERS[name].word, world.cast.learners[name].email]),
  `${capital(owner)} School District`,
  `Payroll of ${owner}`,
  `Noted of ${world.cast.districts[owner]}`,
  `${owner}.csv`,
];

/** What only one district's part of the mover's time holds. */
const partsOf = (owner: Owner): string[] => [
  `${capital(owner)}part`,
  `${capital(owner)}note`,
  `${capital(owner)}reason`,
  `${capital(owner)}school`,
  `${capital(owner)} School District`,
];

async function makeMover({ db: of, cast }: World): Promise<Record<string, string>> {
  const person = makePerson(of, { first: "Lee", last: "Movinglearner" });
  const places = { ash: { to: "2026-12-31" }, birch: { from: "2027-01-01" } };
  const ids: Record<string, string> = { person: person.personId };
  for (const owner of OWNERS) {
    const organisation = `${capital(owner)} School District`;
    affiliate(of, person, { organisation, building: `${capital(owner)}school`, ...places[owner] });
  }
  for (const [owner, day] of [
    ["ash", "2026-11-17"],
    ["birch", "2027-02-16"],
  ] as const) {
    const { creditId } = postCreditFor(of, person, { day, title: `${capital(owner)}part` });
    const organisationId = cast.districts[owner];
    const hr = actingAs(of, cast.staff[`hr ${owner}`], { now: TEST_NOW, scopeIds: [organisationId] });
    addHrNote(hr, { organisationId, personId: person.personId, body: `${capital(owner)}note` });
    reviewHours(hr, organisationId, {
      credit: [creditId],
      verdict: "declined",
      criterion: null,
      reason: `${capital(owner)}reason`,
    });
    const made = done(await exportNow(hr, { organisationId, from: null, to: null, onlyNew: false }));
    Object.assign(ids, { [`export.${owner}`]: made.exportId, [`exportRun.${owner}`]: made.runId });
  }
  ids.document = done(await issueTranscript(actingAs(of, person, { now: TEST_NOW }), { personId: person.personId })).id;
  return ids;
}

/** Nothing of the other district, whatever was asked for: refused, or an answer without a word of it. */
function expectNothing(answer: Answer, words: readonly string[]): void {
  expect([200, 302, 400, 403, 404, 409, 410]).toContain(answer.status);
  expect(listTold(answer.told, words)).toEqual([]);
}

test("every address of HR with a parameter is walked with an id of another district", () => {
  const missing = hrRoutes(code)
    .filter(hasParameter)
    .filter(({ name }) => FOREIGN[name] === undefined)
    .map(({ name }) => name);
  expect(missing, "give each of them a foreign id in tests/security/hr-leak/foreign.ts").toEqual([]);
  for (const [name, at] of Object.entries(FOREIGN)) {
    const { pathname } = new URL(fill(at, world.ids.ash), "http://hourbook.test");
    expect(code.find(pathname)?.name, at).toBe(name);
    expect(at, "an id of the world").toMatch(/\{[^}]+\}/);
  }
  expect(hrRoutes(code).length).toBeGreaterThan(25);
});

describe("HR of one district finds nothing of the other", () => {
  test.each(OPENED)("%s", async (_at, row) => {
    const answer = await visit(code, row, world.ids.ash, await hrOf("birch"));
    expectRefused(row, answer);
    expectNothing(answer, traces("ash"));
  });

  test.each(SENT)("sent: %s", async (_title, row) => {
    const before = digestOf(db);
    const answer = await visit(code, row, world.ids.ash, await hrOf("birch"));
    expectNothing(answer, traces("ash"));
    expect(digestOf(db), "something was changed").toBe(before);
  });
});

/** What is named by a foreign id does not exist for whoever asks. */
function expectRefused(row: AccessRow, { status, told }: Answer): void {
  if (FOREIGN[row.route]) expect(status, told.slice(0, 200)).toBe(404);
}

test("the walk would see it: HR of the district itself is told", async () => {
  const own = [];
  for (const [, row] of OPENED) {
    const answer = await visit(code, row, world.ids.ash, await hrOf("ash"));
    if (answer.status === 200 && listTold(answer.told, traces("ash")).length > 0) own.push(row.route);
  }
  // A rule, a receiver's address and a chart name nobody.
  const seen = new Set(own);
  expect(Object.keys(FOREIGN).filter((route) => !seen.has(route))).toEqual([
    "hr/local-rules.$id",
    "hr-api/endpoints.$id",
    "overview/$chart",
  ]);
});

describe("somebody who moved is seen by each district for its own part", () => {
  for (const [owner, other] of [
    ["ash", "birch"],
    ["birch", "ash"],
  ] as const) {
    const ids = () => ({
      ...world.ids[owner],
      ...mover,
      export: mover[`export.${owner}`]!,
      exportRun: mover[`exportRun.${owner}`]!,
    });

    test.each(
      rowsToOpen(code, ["", "period=all", "organization={district}&year=2027&period=all"]).map(
        (row) => [row.at, row] as const,
      ),
    )(`${owner}: %s`, async (_at, row) => {
      const answer = await visit(code, row, ids(), await hrOf(owner));
      expectNothing(answer, partsOf(other));
    });

    test(`${owner}: its own part is all there`, async () => {
      const row = rowsToOpen(code, [""]).find(({ route }) => route === "hr/people.$id")!;
      const { status, told } = await visit(code, row, ids(), await hrOf(owner));
      expect(status).toBe(200);
      expect(listTold(told, partsOf(owner))).toEqual(partsOf(owner));
    });

    test(`${owner}: a paper that holds both parts, and the other's files, stay shut`, async () => {
      const shut = { ...ids(), export: mover[`export.${other}`]!, exportRun: mover[`exportRun.${other}`]! };
      const rows = rowsToOpen(code, [""]).filter(({ route }) =>
        ["educator/documents.$id", "hr/exports.$id", "hr/export_.$id"].includes(route),
      );
      expect(rows).toHaveLength(3);
      for (const row of rows) expect((await visit(code, row, shut, await hrOf(owner))).status, row.at).toBe(404);
    });
  }

  test("the paper is there", () => {
    const theirs = and(eq(documents.personId, mover.person!), eq(documents.id, mover.document!));
    expect(db.select().from(documents).where(theirs).all()).toHaveLength(1);
  });
});

describe("an account whose grant ended today opens nothing", () => {
  test.each([...OPENED, ...SENT])("%s", async (_at, row) => {
    const hr = world.cast.staff["hr ash"];
    const ended = { revokedAt: TEST_NOW, revokedBy: world.cast.staff.admin.personId };
    db.update(grants).set(ended).where(eq(grants.personId, hr.personId)).run();
    const before = digestOf(db);
    const answer = await visit(code, row, world.ids.ash, await hrOf("ash"));
    if (!(LEADS_ON.includes(row.route) && row.method === "GET")) expect([403, 404]).toContain(answer.status);
    expectNothing(answer, traces("ash"));
    expect(digestOf(db)).toBe(before);
  });
});
