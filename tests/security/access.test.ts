import { beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase, setDatabase } from "~/platform/database/database.server";
import { type Actor, listActors, listForbidden, namesRows, type Right, rightOf } from "./access/actors";
import { LEARNERS, namedPeople, namedStaff, TRAININGS } from "./access/cast";
import { findAddresses, findBodyReaders, findPublicFiles, findRoutes } from "./access/extracted";
import { type AccessRow, keyOf } from "./access/row";
import { BODY_READERS, OUTSIDE, OUTSIDE_HANDLERS, PUBLIC_FILES, TABLE } from "./access/table";
import { type Answer, cookieOf, digestOf, listTold, namedFor, visit } from "./access/visit";
import { ONLINE } from "./access/trainings";
import { makeWorld, type World } from "./access/world";

let world: World;
let bytes: Buffer;
let actors: (Actor & { cookie: string | undefined })[];
const code = await findRoutes();

beforeAll(async () => {
  world = await makeWorld();
  actors = [];
  for (const actor of listActors(world.cast)) actors.push({ ...actor, cookie: await cookieOf(world.db, actor.person) });
  bytes = world.db.$client.serialize();
});

test("every route, method and intent of the code has a row, and no row stands for something that is not there", () => {
  const found = code.routes.flatMap(({ name: route, module, intents }) => [
    ...(module.loader || module.default ? [keyOf({ route, method: "GET" })] : []),
    ...(module.action && intents.length === 0 ? [keyOf({ route, method: "POST" })] : []),
    ...(module.action ? intents.map((intent) => keyOf({ route, method: "POST", intent })) : []),
  ]);
  const rows = new Set(TABLE.map(keyOf));
  expect(
    found.filter((key) => !rows.has(key)),
    "in the code, without a row in the table",
  ).toEqual([]);
  expect(
    [...rows].filter((key) => !found.includes(key)),
    "in the table, and not in the code",
  ).toEqual([]);
});

test("what the server answers beside the routes is in the table, and so is who reads bodies", () => {
  const found = findAddresses();
  expect(
    found.filter((each) => !(each in OUTSIDE)),
    "in server.ts, without words in the table",
  ).toEqual([]);
  expect(
    Object.keys(OUTSIDE).filter((each) => !found.includes(each)),
    "in the table, and not in server.ts",
  ).toEqual([]);
  expect(found, "handlers in server.ts").toHaveLength(OUTSIDE_HANDLERS);
  expect(findPublicFiles()).toEqual(PUBLIC_FILES);
  expect(findBodyReaders()).toEqual(BODY_READERS);
});

const titleOf = (row: AccessRow) => `${keyOf(row)} at ${row.at}`;
/** Coordinators write where their offerings meet online; nobody else reads it on any page. */
const READS_LINKS: ReadonlySet<string> = new Set([
  "coordinator/offerings.$id",
  "coordinator/offerings.$id_.people",
  "coordinator/offerings.$id_.record",
]);

const GETS = TABLE.filter(({ method }) => method === "GET");
const POSTS = TABLE.filter(({ method }) => method === "POST");

describe("pages", () => {
  test.each(GETS.map((row) => [titleOf(row), row] as const))("%s", async (_title, row) => {
    setDatabase(world.db);
    for (const actor of actors) {
      const answer = await visit(code, row, world.ids.ash, actor.cookie);
      expectAnswer(row, actor, answer);
      if (!READS_LINKS.has(row.route))
        expect(answer.told, `${actor.name} reads where it is online`).not.toContain(ONLINE);
      if (rightOf(row, actor) === "another scope") await expectAsUnknown(row, actor, answer);
      if (rightOf(row, actor) !== "may") continue;
      expectShown(row, actor, answer);
      expectNamed(row, actor, answer, world.db);
    }
  });
});

// Every row that a secret opens, with another secret instead.
const SECRETS = TABLE.filter((row) => row.who.includes("bearer") && namesRows(row));

describe("a wrong secret opens nothing", () => {
  test.each(SECRETS.map((row) => [titleOf(row), row] as const))("%s", async (_title, row) => {
    const db = cloneDatabase(bytes);
    setDatabase(db);
    const before = digestOf(db);
    const wrong = unknownIds();
    for (const actor of actors) {
      const { told, status } = await visit(code, row, wrong, actor.cookie);
      expect(status, actor.name).not.toBe(row.method === "GET" ? 200 : 302);
      const everybody = [...namedPeople(world.cast), ...namedStaff(world.cast)].flatMap(({ word, email }) => [
        word,
        email,
      ]);
      expect(listTold(told, [...everybody, ...Object.values(TRAININGS).map(({ word }) => word)])).toEqual([]);
    }
    expect(digestOf(db)).toBe(before);
    db.$client.close();
  });
});

/** For each of the insider's ids another text of the same length and the same letters, which nothing has. */
const unknownIds = () =>
  Object.fromEntries(
    Object.entries(world.ids.ash).map(([name, id]) => [
      name,
      name.startsWith("public.") ? id : id.slice(1) + id.slice(0, 1),
    ]),
  );

/** Somebody else's row is answered just as one that never was: nobody learns by asking that it exists. */
async function expectAsUnknown(
  row: AccessRow,
  actor: (typeof actors)[number],
  { status, told }: Answer,
): Promise<void> {
  const ids = unknownIds();
  const unknown = await visit(code, row, ids, actor.cookie);
  const plain = (text: string, names: Record<string, string>) =>
    Object.values(names)
      // Instants stand in forms, too, and name nobody.
      .filter((id) => !/^\d+$/.test(id))
      .reduce((left, id) => left.replaceAll(id, "#"), text);
  expect([unknown.status, plain(unknown.told, ids)], `${actor.name}, an unknown id`).toEqual([
    status,
    plain(told, world.ids.ash),
  ]);
}

describe("forms", () => {
  test.each(POSTS.map((row) => [titleOf(row), row] as const))("%s", async (_title, row) => {
    setDatabase(world.db);
    const before = digestOf(world.db);
    for (const actor of actors) {
      if (rightOf(row, actor) === "may") continue;
      const changes = countChanges();
      const answer = await visit(code, row, world.ids.ash, actor.cookie);
      expectAnswer(row, actor, answer);
      if (rightOf(row, actor) === "another scope") await expectAsUnknown(row, actor, answer);
      if (countChanges() !== changes) expect(digestOf(world.db), `${actor.name} changed something`).toBe(before);
    }
    if (row.send ?? row.upload) await sendAllowed(row);
  });
});

const countChanges = () => world.db.$client.prepare("select total_changes()").pluck().get();

/** Those who may do what the row says, each in a database of their own. */
async function sendAllowed(row: AccessRow): Promise<void> {
  for (const actor of actors) {
    if (rightOf(row, actor) !== "may" || !actor.inside) continue;
    const db = cloneDatabase(bytes);
    setDatabase(db);
    const answer = await visit(code, row, world.ids.ash, actor.cookie);
    expectAnswer(row, actor, answer);
    expectShown(row, actor, answer);
    expectNamed(row, actor, answer, db);
    db.$client.close();
  }
}

function expectAnswer(row: AccessRow, actor: Actor, answer: Answer): void {
  const right = rightOf(row, actor);
  expect([statusOf(row, right)].flat(), `${actor.name} (${right}) is answered ${answer.status}`).toContain(
    answer.status,
  );
  if (right === "sign in") expect(answer.told).toContain("/sign-in?next=");
  const forbidden = listForbidden(row, actor, world.cast);
  // A visitor comes back to the address that they asked for: it is theirs already.
  const told = right === "sign in" ? answer.told.replace(/next=[^"]*/, "") : answer.told;
  expect(listTold(told, forbidden), `${actor.name} is told of others`).toEqual([]);
}

function statusOf(row: AccessRow, right: Right): number | readonly number[] {
  if (right === "sign in") return 302;
  if (right === "lacks the role") return row.others ?? 403;
  if (right === "another scope") return row.foreign ?? 404;
  return row.answers ?? (row.method === "GET" ? 200 : 302);
}

/** The insider's page holds what a leak would be found by; without that the table would see nothing. */
function expectShown(row: AccessRow, actor: Actor, { told, status }: Answer): void {
  const isMine = row.who.includes("signed in") || row.who.includes("owner");
  if (!actor.inside || status >= 300 || (isMine && actor.role !== "owner" && !row.who.includes(actor.role as never)))
    return;
  const words = {
    person: [LEARNERS.ash.word, world.cast.learners.ash.email],
    training: [TRAININGS.ash.word],
    "walk-in": ["walkin"],
  };
  for (const each of row.shows ?? [])
    expect(listTold(told, words[each]), `${actor.name} sees the ${each}`).not.toEqual([]);
}

/** Everybody whom a page names to staff stands in the audit log, under its request. */
function expectNamed(row: AccessRow, actor: Actor, answer: Answer, db: World["db"]): void {
  if (row.who.some((who) => ["everybody", "bearer", "signed in"].includes(who)) || actor.role === "owner") return;
  const named = namedFor(db, answer.requestId);
  const people = [...namedPeople(world.cast), ...(row.office ? [] : namedStaff(world.cast))].filter(
    ({ personId }) => personId !== actor.person?.personId,
  );
  const unnamed = people.filter(
    ({ word, email, personId }) => isTold(row, answer, { word, email, personId }) && !named.has(personId),
  );
  expect(
    unnamed.map(({ word }) => word),
    `shown to ${actor.name}, and not in the audit log`,
  ).toEqual([]);
}

function isTold(row: AccessRow, { told }: Answer, person: { word: string; email: string; personId: string }): boolean {
  const isInsider = person.personId === world.cast.learners.ash.personId;
  return (row.file === true && isInsider) || listTold(told, [person.word, person.email]).length > 0;
}
