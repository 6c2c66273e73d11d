import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claims, credits } from "#drizzle/schema/credits";
import { inTransaction } from "~/platform/database/database.server";
import { action, loader } from "~/routes/registrar/_index";
import { makeClaim } from "../../support/billing";
import { useTestDatabase } from "../../support/database";
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
  const postAll = async (values: Record<string, string> = {}) =>
    thrownBy(async () =>
      action({
        request: await post(db, "/registrar", { intent: "post-all", ...values }, registrar),
        params: {},
        context: {},
      }),
    );
  return { db, registrar, offering, load, postAll };
}

test("T3 400 claims that agree are verified and posted in one action", async () => {
  const { db, load, postAll } = queue(400);
  const page = await load("");
  expect(page).toMatchObject({ agreeing: 400, total: 400 });
  expect(page.rows).toHaveLength(50);
  expect((await postAll()).status).toBe(302);
  expect(db.select().from(credits).all()).toHaveLength(400);
  expect(await load("")).toMatchObject({ agreeing: 0, total: 0 });
});

test("H6 claims for less than was earned stand apart with approved, earned and claimed hours", async () => {
  const { db, offering, load, postAll } = queue(2);
  const less = makeClaim(db, { offering, status: "settled", minutes: 300, earnedMinutes: 420 });
  const ready = await load("");
  expect(ready.rows.map(({ id }) => id)).not.toContain(less.id);
  const { rows, agreeing } = await load("?view=differs");
  expect(rows).toMatchObject([{ id: less.id, approvedMinutes: 420, earnedMinutes: 420, requestedMinutes: 300 }]);
  expect(agreeing).toBe(0);
  await postAll();
  expect(less.read().status).toBe("settled");
  expect(db.select().from(claims).where(eq(claims.status, "posted")).all()).toHaveLength(2);
});

test("posting all takes only the offering that is looked at", async () => {
  const { db, offering, postAll } = queue(2);
  const other = makeClaim(db, { status: "settled" });
  await postAll({ offering: offering.id });
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
