import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { invoices } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import { formerNames, persons } from "#drizzle/schema/people";
import { isKnownTo, scopeOn } from "~/desks/people/person-scope.server";
import type { HitKind } from "~/desks/search/search-hits";
import { searchEverything } from "~/desks/search/search.server";
import { cloneDatabase, type Database, setDatabase } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { loader } from "~/routes/staff/search";
import type { StaffName } from "../../security/access/cast";
import { findRoutes } from "../../security/access/extracted";
import { makeWorld, type World } from "../../security/access/world";
import { actingAs, countStatements } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";
import { readingsOf } from "../../support/readings";
import { get, thrownBy } from "../../support/request";

let world: World;
let bytes: Buffer;
let db: Database;
beforeAll(async () => {
  world = await makeWorld();
  const { personId } = world.cast.learners.ash;
  world.db.insert(formerNames).values({ id: newId(), personId, name: "Lee Størmer", recordedAt: 1 }).run();
  world.db.update(persons).set({ preferredName: "Đinh" }).where(eq(persons.id, personId)).run();
  bytes = world.db.$client.serialize();
}, 60_000);
beforeEach(() => {
  db = cloneDatabase(bytes);
  setDatabase(db);
});

/** Staff who look things up: assessors read what the queue brings them, and have no search. */
const searching = () =>
  Object.fromEntries(
    Object.entries(world.cast.staff).filter(([name]) => !name.startsWith("assessor")),
  ) as typeof world.cast.staff;
const staffOf = (name: StaffName) => world.cast.staff[name];
const isAssessor = (person: TestPerson) => [staffOf("assessor ash"), staffOf("assessor birch")].includes(person);
/** What somebody finds; assessors are not let in. */
const search = (person: TestPerson, q: string) =>
  isAssessor(person) ? [] : searchEverything(actingAs(db, person), q).groups;
const hitsOf = (name: StaffName, q: string, kind: HitKind) =>
  search(staffOf(name), q).find((group) => group.kind === kind)?.hits ?? [];
const open = async (path: string, person?: TestPerson) =>
  loader({ request: await get(db, path, person), params: {}, context: {} });

test("P2 a person is found by exactly those staff who may open their page", () => {
  const everybody = db.select().from(persons).all();
  for (const [name, member] of Object.entries(searching())) {
    const ctx = actingAs(db, member);
    const mayOpen = (personId: string) => {
      try {
        return Boolean(scopeOn(ctx, personId));
      } catch {
        return false;
      }
    };
    for (const person of everybody) {
      const found = search(member, `${person.legalLast} ${person.legalFirst}`)
        .filter(({ kind }) => kind === "people")
        .some(({ hits }) => hits.some(({ id }) => id === person.id));
      expect(found, `${name} finds ${person.legalLast}`).toBe(mayOpen(person.id));
    }
  }
});

test("whatever is found can be opened, by whomever found it", async () => {
  const { routes, find } = await findRoutes();
  const { ash, birch } = world.ids;
  const offering = db.select().from(offerings).where(eq(offerings.id, ash["offering.open"]!)).get()!;
  const invoice = db.select().from(invoices).where(eq(invoices.id, ash.invoice!)).get()!;
  const typed = ["Lee", "training", "district", ash.code!, birch.code!, offering.claimCode!, offering.inServiceNumber!];
  const kinds = new Set<string>();
  for (const member of Object.values(searching())) {
    for (const q of [...typed, invoice.number, "PSESD", "test.example"]) {
      for (const { kind, hits, all } of search(member, q)) {
        kinds.add(kind);
        for (const to of new Set([...hits.map((hit) => hit.to), ...(all ? [all] : [])])) {
          const url = new URL(to, "http://hourbook.test");
          const { name, params } = find(url.pathname)!;
          const { module } = routes.find((route) => route.name === name)!;
          const request = await get(db, to, member);
          try {
            await module.loader!({ request, params, context: {} });
          } catch (thrown) {
            expect([302, thrown], to).toEqual([(thrown as Response).status, expect.any(Response)]);
          }
        }
      }
    }
  }
  expect([...kinds].sort()).toEqual([
    "claim-codes",
    "courses",
    "documents",
    "invoices",
    "offerings",
    "organisations",
    "people",
  ]);
}, 120_000);

test("former names and addresses are found by those alone who see them", () => {
  const finders = (q: string) =>
    (Object.keys(searching()) as StaffName[]).filter((name) =>
      hitsOf(name, q, "people").some(({ id }) => id === world.cast.learners.ash.personId),
    );
  const names = ["admin", "coordinator ash", "facilitator ash", "hr ash", "registrar ash"];
  expect(finders("ashlearner dinh").sort()).toEqual(names);
  expect(finders("stormer").sort()).toEqual(names.filter((name) => !name.startsWith("facilitator")));
  expect(finders(world.cast.learners.ash.email).sort()).toEqual(["admin", "coordinator ash", "registrar ash"]);
  expect(hitsOf("facilitator ash", "ashlearner", "people")[0]!.about).toBe("");
  expect(hitsOf("registrar ash", "ashlearner", "people")[0]!.about).toBe(world.cast.learners.ash.email);
});

test("an offering is found by words of its course, its number, its place and its address together", () => {
  const { id, courseId, inServiceNumber, place, address } = db
    .select()
    .from(offerings)
    .where(eq(offerings.id, world.ids.ash["offering.open"]!))
    .get()!;
  const { title } = db.select().from(courses).where(eq(courses.id, courseId)).get()!;
  const holds = (own: { place: string; address: string | null }) =>
    void db.update(offerings).set(own).where(eq(offerings.id, id)).run();
  holds({ place: "Mid-Valley / Annex", address: "12 Quay Street" });
  const finds = (q: string) => hitsOf("coordinator ash", q, "offerings").some((hit) => hit.id === id);
  for (const q of [title, `quay midvalley ${title}`, `ANNEX ${inServiceNumber}`, `${inServiceNumber}, 12/annex`])
    expect([q, finds(q)]).toEqual([q, true]);
  for (const q of [`quay nowhere ${title}`, `${title} 13579`, "///"]) expect([q, finds(q)]).toEqual([q, false]);
  holds({ place, address });
});

test("codes are found by part, and by those alone who may open what has them", () => {
  const { code, document, claimCode } = world.ids.ash;
  const middle = code!.slice(3, 9);
  for (const q of [code!, code!.toLowerCase().replaceAll("-", " "), middle, middle.replaceAll("-", "")]) {
    expect(hitsOf("registrar ash", q, "documents").map(({ id }) => id)).toContain(document);
    for (const name of ["registrar birch", "coordinator ash", "hr ash", "facilitator ash", "admin"] as const)
      expect(hitsOf(name, q, "documents")).toEqual([]);
  }
  expect(hitsOf("coordinator ash", claimCode!.slice(1, 5), "claim-codes").map(({ label }) => label)).toContain(
    claimCode,
  );
  for (const name of Object.keys(searching()) as StaffName[]) {
    if (name !== "coordinator ash") expect(hitsOf(name, claimCode!, "claim-codes")).toEqual([]);
  }
  expect(
    hitsOf("registrar birch", db.select().from(invoices).all()[0]!.number, "invoices").map(({ id }) => id),
  ).not.toContain(world.ids.ash.invoice);
});

test("a whole code from the box in the bar leads straight there; typed on the page it lists", async () => {
  const { code, document } = world.ids.ash;
  const typed = encodeURIComponent(code!.toLowerCase());
  const sent = await thrownBy(() => open(`/search?go=1&q=${typed}`, staffOf("registrar ash")));
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `/registrar/documents/${document}`]);
  const listed = await open(`/search?q=${typed}`, staffOf("registrar ash"));
  expect(listed.data.groups.map(({ kind }) => kind)).toEqual(["documents"]);
  const other = await open(`/search?go=1&q=${typed}`, staffOf("registrar birch"));
  expect(other.data.groups).toEqual([]);
});

test("P5 whose records a search showed stands in the audit log", () => {
  search(staffOf("hr ash"), "Ashlearner");
  search(staffOf("registrar ash"), world.ids.ash.code!);
  const { personId } = world.cast.learners.ash;
  expect(readingsOf(db, "people.searched").map((reading) => reading.personIds)).toEqual([[personId], [personId]]);
});

test("the search is not there for others; one letter is a hint, and hostile text finds nothing", async () => {
  const learner = await thrownBy(() => open("/search?q=Lee", world.cast.learners.ash));
  expect(learner.status).toBe(404);
  expect((await thrownBy(() => open("/search?q=Lee", staffOf("assessor ash")))).status).toBe(404);
  const visitor = await thrownBy(() => open("/search?q=Lee"));
  expect(visitor.headers.get("Location")).toContain("/sign-in?next=");
  for (const q of ["", "a", "%", "'", "Đ"]) {
    const { data } = await open(`/search?q=${encodeURIComponent(q)}`, staffOf("admin"));
    expect([data.enough, data.groups]).toEqual([false, []]);
  }
  for (const q of ["%%", "__", 'zq" OR "zq', "zq' --", "zq\0lee", "x".repeat(5000), "names:lee*", "\\\\\\\\", "🙂🙂"]) {
    const { data } = await open(`/search?q=${encodeURIComponent(q)}`, staffOf("admin"));
    expect(data.groups.filter(({ kind }) => kind === "people")).toEqual([]);
  }
  expect(readingsOf(db, "people.searched").every(({ personIds }) => personIds.length === 0)).toBe(true);
});

test("the number of statements depends on the reader's roles alone", () => {
  for (const name of ["admin", "registrar ash", "coordinator ash", "hr ash", "facilitator ash"] as const) {
    const count = (q: string) => countStatements(db, () => search(staffOf(name), q));
    const few = count("zz");
    expect(count("Lee training one two three four")).toBe(few);
    for (let i = 0; i < 30; i++) makePerson(db, { first: "Lee" });
    expect(count("Lee")).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  }
});

test("whether providers know somebody is asked of the person's few rows, never of all offerings of a provider", () => {
  const query = db
    .select()
    .from(persons)
    .where(isKnownTo(db, persons.id, ["a"]))
    .toSQL();
  const plan = db.$client.prepare(`explain query plan ${query.sql}`).all(...query.params) as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).toMatch(/registrations USING .*person_id=\?/);
  expect(plan.map(({ detail }) => detail).join("\n")).not.toMatch(
    /offerings_provider|SCAN (registrations|claims|offerings)/,
  );
});
