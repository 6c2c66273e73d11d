import { expect, test } from "vitest";
import { listQueueOfferings } from "~/desks/registrar/queue-list.server";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, psesd } from "../../support/factories";

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
