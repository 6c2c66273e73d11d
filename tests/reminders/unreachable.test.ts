import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { recordAddressFault } from "~/platform/mail/address-fault.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { register } from "~/registration/seats/registration.server";
import { listGivenUp, unreachableSource } from "~/desks/coordinator/unreachable.server";
import { loader } from "~/routes/coordinator/unreachable";
import { readingsOf } from "../support/readings";
import { at } from "../support/clock";
import { actingAs, countStatements, systemContext, useTestDatabase } from "../support/database";
import { give, makeOffering, makePerson, psesd, type TestPerson } from "../support/factories";
import { get, pageOfList, thrownBy } from "../support/request";

const see = (ctx: ScopedContext) => ({
  people: pageOfList(() => unreachableSource(ctx)).rows,
  failures: listGivenUp(ctx).failures,
});

function lost(db: Database, offering: { id: string }): TestPerson {
  const person = makePerson(db);
  register(actingAs(db, person), { offeringId: offering.id });
  inTransaction(db, (tx) =>
    recordAddressFault(tx, systemContext(db), {
      address: person.email,
      source: "report",
      reason: "550 no such mailbox",
    }),
  );
  return person;
}

test("P2 P5 a coordinator sees whom mail does not reach, of their own offerings to come, and looking is audited", () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const person = lost(db, offering);
  const reached = makePerson(db);
  register(actingAs(db, reached), { offeringId: offering.id });
  db.update(outboxMessages).set({ state: "failed", lastError: "550 no such mailbox" }).run();
  const mine = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const { people, failures } = see(mine);
  expect(people).toMatchObject([
    { id: person.personId, email: person.email, offerings: [{ offeringId: offering.id }] },
  ]);
  expect(failures.map(({ personId }) => personId).sort()).toEqual([person.personId, reached.personId].sort());
  const read = readingsOf(db, "people.unreachable-read").flatMap(({ personIds }) => personIds);
  expect([...new Set(read)].sort()).toEqual([person.personId, reached.personId].sort());
  const foreign = actingAs(db, makePerson(db), { scopeIds: ["another-provider"] });
  expect(see(foreign)).toEqual({ people: [], failures: [] });
  const later = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id], now: at("2027-03-10T08:00") });
  expect(see(later).people).toEqual([]);
});

test("the page is for coordinators only", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const request = async () => ({ request: await get(db, "/coordinator/unreachable", person), params: {}, context: {} });
  expect((await thrownBy(async () => loader(await request()))).status).toBe(403);
  give(db, person, "coordinator", psesd(db).id);
  expect((await loader(await request())).data.rows).toEqual([]);
});

test("1 and 30 people take the same number of statements", () => {
  const db = useTestDatabase();
  const ctx = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const offering = makeOffering(db, { capacity: 40 });
  lost(db, offering);
  const one = countStatements(db, () => see(ctx));
  for (let each = 0; each < 29; each++) lost(db, offering);
  expect(countStatements(db, () => see(ctx))).toBe(one);
  expect(see(ctx).people).toHaveLength(30);
});

test("of many messages that were given up the newest come first, and all of them when they are asked for", async () => {
  const db = useTestDatabase();
  const offering = makeOffering(db, { capacity: 80 });
  for (let each = 0; each < 60; each++) lost(db, offering);
  db.update(outboxMessages).set({ state: "failed" }).run();
  const coordinator = makePerson(db);
  give(db, coordinator, "coordinator", psesd(db).id);
  const read = async (query: string) =>
    (await loader({ request: await get(db, `/coordinator/unreachable${query}`, coordinator), params: {}, context: {} }))
      .data;
  const ids = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .all()
    .map(({ id }) => id);
  const [newest, all] = [await read(""), await read("?failures=all")];
  expect([newest.givenUp.total, all.givenUp.total]).toEqual([60, 60]);
  expect(newest.givenUp.failures.map(({ id }) => id)).toEqual(ids.slice(0, 50));
  expect(all.givenUp.failures.map(({ id }) => id)).toEqual(ids);
});
