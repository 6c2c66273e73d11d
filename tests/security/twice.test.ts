import { beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase, setDatabase } from "~/platform/database/database.server";
import { type Actor, listActors, rightOf } from "./access/actors";
import { findRoutes } from "./access/extracted";
import { type AccessRow, keyOf } from "./access/row";
import { TABLE } from "./access/table";
import { countRows, listGrown } from "./access/twice";
import { type Answer, cookieOf, visit } from "./access/visit";
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

const NONCE = "0123456789abcdef0123456789abcdef";
/** Answered once by other means: the second time they say that it is done. */
const SPENT = new Map([["account/email-address_.confirm POST", "its link works once"]]);

const POSTS = TABLE.filter((row) => row.method === "POST" && row.send);
const made = new Set<string>();

describe("a form that arrives twice makes one thing", () => {
  test.each(POSTS.map((row) => [`${keyOf(row)} at ${row.at}`, row] as const))("%s", async (_title, row) => {
    const sent: AccessRow = { ...row, send: { ...row.send, once: NONCE } };
    for (const actor of actors.filter((each) => each.inside && each.person && rightOf(row, each) === "may")) {
      const db = cloneDatabase(bytes);
      setDatabase(db);
      const before = countRows(db);
      const first = await visit(code, sent, world.ids.ash, actor.cookie);
      const after = countRows(db);
      const second = await visit(code, sent, world.ids.ash, actor.cookie);
      expect(listGrown(after, countRows(db)), `${actor.name} made it twice`).toEqual([]);
      if (listGrown(before, after).length > 0 && (first.status === 302 || isFile(first)) && !SPENT.has(keyOf(row))) {
        made.add(keyOf(row));
        const answers = [first, second].map(({ status, told }) => [status, locationIn(told) ?? told]);
        expect(answers[1], `${actor.name} is answered`).toEqual(answers[0]);
      }
      db.$client.close();
    }
  });

  test("the walk makes everything that a form can make", () => {
    expect([...made]).toEqual(expect.arrayContaining(MAKERS));
  });

  test("other words under the same nonce are another post", async () => {
    const db = cloneDatabase(bytes);
    setDatabase(db);
    const row = POSTS.find((each) => keyOf(each) === "reference/places._index POST")!;
    const admin = actors.find(({ role }) => role === "admin")!;
    const send = (name: string) =>
      visit(code, { ...row, send: { ...row.send, name, once: NONCE } }, world.ids.ash, admin.cookie);
    const places = countRows(db).places!;
    expect([(await send("One")).status, (await send("Two")).status, (await send("One")).status]).toEqual([
      302, 302, 302,
    ]);
    expect(countRows(db).places).toBe(places + 2);
    db.$client.close();
  });
});

const MAKERS = [
  "account/profile POST affiliation",
  "account/profile POST former-name",
  "reference/affidavit POST plan-affidavit",
  "admin/cooperative POST",
  "admin/organizations.new POST save",
  "admin/people.new POST",
  "reference/places._index POST",
  "reference/audiences._index POST add-audience",
  "coordinator/instructors._index POST",
  "reference/program-areas._index POST add-area",
  "admin/providers.$id POST add-holiday",
  "admin/providers.$id POST add-year",
  "admin/providers.$id POST list-designation",
  "admin/providers.$id_.documents POST rotate-key",
  "admin/providers.$id_.documents POST show-image",
  "admin/providers.$id_.policies_.new POST",
  "admin/providers.new POST",
  "coordinator/courses.$id_.questions POST add",
  "coordinator/courses.new POST save",
  "coordinator/evaluation-form POST plan",
  "coordinator/offerings.new POST save",
  "coordinator/templates._index POST",
  "educator/hours_.submitted.new POST submit",
  "educator/inquiries.$id POST add",
  "facilitator/offerings.$id POST confirm",
  "facilitator/offerings.$id_.materials POST add-link",
  "facilitator/offerings.$id_.message POST send",
  "facilitator/sessions.$id POST walk-in",
  "facilitator/walk-ins.$id POST create",
  "hr/cut-off POST",
  "hr/exports.new POST",
  "hr/layouts._index POST",
  "hr/local-rules._index POST",
  "hr/people.$id POST add-note",
  "salary/people.$id POST review",
  "salary/review POST review",
  "registrar/claims.$id POST correct",
  "registrar/claims.$id POST payment",
  "registrar/invoices.$id POST credit",
  "registrar/invoices.$id POST payment",
  "registrar/invoices.new POST district",
  "registrar/invoices.new POST person",
  "staff/inbox.$id POST answer",
  "staff/people.$id POST add-note",
  "staff/people.$id POST grant",
];

const isFile = ({ told }: Answer): boolean => told.includes(`["content-disposition","attachment`);

const locationIn = (told: string): string | undefined => /\["location","([^"]*)"\]/.exec(told)?.[1];
