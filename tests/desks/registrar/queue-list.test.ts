import { expect, test } from "vitest";
import { listQueueOfferings } from "~/desks/registrar/queue-list.server";
import { loader } from "~/routes/registrar/_index";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makePerson, psesd } from "../../support/factories";
import { get } from "../../support/request";

test("the queue is filtered by the offerings that have claims in its view, two hundred at most, and by the chosen one", () => {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  const staff = (scopeIds = [psesd(db).id]) => actingAs(db, registrar, { now: at("2027-04-01T09:00"), scopeIds });
  const ready = makeClaim(db, { status: "settled" });
  const waiting = makeClaim(db, { status: "claimed" });
  const offered = (query: string, ctx = staff()) =>
    listQueueOfferings(ctx, new URLSearchParams(query)).rows.map(({ value }) => value);
  const of = (claim: typeof ready) => claim.read().offeringId;
  expect(offered("")).toEqual([of(ready)]);
  expect(offered("view=waiting")).toEqual([of(waiting)]);
  expect(offered(`offering=${of(waiting)}`)).toEqual([of(waiting), of(ready)]);
  expect(offered(`offering=${of(waiting)}`, staff(["another"]))).toEqual([]);
  for (let each = 0; each < 200; each++) makeClaim(db, { status: "settled" });
  expect(offered("")).toHaveLength(200);
  expect(listQueueOfferings(staff(), new URLSearchParams()).total).toBe(201);
  expect(offered(`offering=${of(waiting)}`)[0]).toBe(of(waiting));
});

test("each tab says how many claims it holds, whichever is open, of those that the filters mean", async () => {
  const db = useTestDatabase();
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const claims = Array.from({ length: 3 }, () => makeClaim(db, { status: "settled" }));
  makeClaim(db, { status: "settled", minutes: 300, earnedMinutes: 420 });
  for (let each = 0; each < 2; each++) makeClaim(db, { status: "claimed" });
  const counts = async (query: string) => {
    const request = await get(db, `/registrar${query}`, registrar);
    return (await loader({ request, params: {}, context: {} })).data.counts;
  };
  const all = { ready: 3, differs: 1, waiting: 2, returned: 0 };
  for (const view of Object.keys(all)) expect(await counts(`?view=${view}`)).toEqual(all);
  const of = claims[0]!.read().offeringId;
  expect(await counts(`?offering=${of}`)).toEqual({ ready: 1, differs: 0, waiting: 0, returned: 0 });
});
