import { expect, test } from "vitest";
import { register } from "~/registration/seats/registration.server";
import { loader } from "~/routes/educator/desk";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeOffering, makePerson } from "../../support/factories";
import { get } from "../../support/request";

test("somebody's sessions to come are counted, not cut in silence", async () => {
  const db = useTestDatabase();
  const [me, other] = [makePerson(db), makePerson(db)];
  for (let day = 10; day < 20; day++) {
    const session = { start: `2027-03-${day}T08:00`, end: `2027-03-${day}T16:00` };
    const { id: offeringId } = makeOffering(db, { sessions: [session] });
    done(register(actingAs(db, me), { offeringId }));
    done(register(actingAs(db, other), { offeringId }));
  }
  const { data } = await loader({ request: await get(db, "/desk", me), params: {}, context: {} });
  expect([data.next.length, data.sessionsToCome]).toEqual([8, 10]);
});
