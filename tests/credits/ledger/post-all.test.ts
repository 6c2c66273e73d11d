import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claims, credits } from "#drizzle/schema/credits";
import { goOnWithLongWork } from "~/desks/started/long-work.server";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { inTransaction } from "~/platform/database/database.server";
import { action, loader } from "~/routes/registrar/_index";
import { makeClaim } from "../../support/billing";
import { systemContext, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, psesd } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";

function queue(count: number) {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const offering = makeOffering(db, { capacity: 500 });
  inTransaction(db, () => {
    for (let index = 0; index < count; index++) makeClaim(db, { offering, status: "settled" });
  });
  const load = async (query: string) =>
    (await loader({ request: await get(db, `/registrar${query}`, registrar), params: {}, context: {} })).data;
  const postAll = async (query = "") =>
    thrownBy(async () =>
      action({
        request: await post(db, `/registrar${query}`, { intent: "post", matching: "1" }, registrar),
        params: {},
        context: {},
      }),
    );
  return { db, registrar, offering, load, postAll };
}

test("T3 400 claims that agree are verified and posted in one action, in parts", async () => {
  const { db, load, postAll } = queue(400);
  const page = await load("");
  expect(page).toMatchObject({ postable: 400, total: 400 });
  expect(page.rows).toHaveLength(50);
  expect((await postAll()).status).toBe(302);
  // Too many for one transaction of a page: a job does it.
  expect(db.select().from(credits).all()).toHaveLength(0);
  carryOutDue(systemContext(db));
  expect(await goOnWithLongWork(systemContext(db))).toBe(1);
  expect(db.select().from(credits).all()).toHaveLength(400);
  expect(await load("")).toMatchObject({ postable: 0, total: 0 });
});

test("H6 claims for less than was earned stand apart with approved, earned and claimed hours", async () => {
  const { db, offering, load, postAll } = queue(2);
  const less = makeClaim(db, { offering, status: "settled", minutes: 300, earnedMinutes: 420 });
  const ready = await load("");
  expect(ready.rows.map(({ id }) => id)).not.toContain(less.id);
  const { rows, postable } = await load("?view=differs");
  expect(rows).toMatchObject([{ id: less.id, approvedMinutes: 420, earnedMinutes: 420, requestedMinutes: 300 }]);
  expect(postable).toBe(0);
  await postAll();
  expect(less.read().status).toBe("settled");
  expect(db.select().from(claims).where(eq(claims.status, "posted")).all()).toHaveLength(2);
});

test("posting all takes only what the list shows: the offering that is looked at, and the view", async () => {
  const { db, offering, postAll } = queue(2);
  const other = makeClaim(db, { status: "settled" });
  await postAll(`?offering=${offering.id}`);
  expect(other.read().status).toBe("settled");
  expect(db.select().from(credits).all()).toHaveLength(2);
});

test("T3 a claim that lacks a gate is not posted with the others", async () => {
  const { db, offering, postAll } = queue(1);
  const unpaid = makeClaim(db, { offering, status: "evaluated" });
  await postAll();
  expect(unpaid.read().status).toBe("evaluated");
  expect(db.select().from(credits).all()).toHaveLength(1);
});

test("all that match are those of the filters and of the view, and only those past every gate", async () => {
  const { db, offering, postAll } = queue(0);
  const less = makeClaim(db, { offering, status: "settled", minutes: 300, earnedMinutes: 420 });
  const unpaid = makeClaim(db, { offering, status: "evaluated" });
  await expect(postAll("?view=differs&q=nobody")).rejects.toThrow("nothing was thrown");
  await expect(postAll("?view=waiting")).rejects.toThrow("nothing was thrown");
  expect([less.read().status, unpaid.read().status]).toEqual(["settled", "evaluated"]);
  expect((await postAll("?view=differs")).status).toBe(302);
  expect(less.read().status).toBe("posted");
});
