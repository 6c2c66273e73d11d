import { expect, test } from "vitest";
import { deleteStep } from "~/catalog/steps/step.server";
import { inTransaction } from "~/platform/database/database.server";
import * as step from "~/routes/educator/steps.$id";
import { at, setClock } from "../support/clock";
import { makePerson } from "../support/factories";
import { get, post } from "../support/request";
import { FIVE, makeOwnTime } from "../support/steps/own-time";

test("a step that was taken out leads back, to whoever opens it and to whoever was writing, whose words stand", async () => {
  const { db, learners, reflection } = makeOwnTime(1);
  setClock(at("2027-03-03T09:00"));
  const me = learners[0]!;
  inTransaction(db, (tx) => deleteStep(tx, reflection));
  const params = { id: reflection };
  for (const person of [me, makePerson(db)]) {
    const opened = await step.loader({ request: await get(db, "/", person), params, context: {} });
    expect(opened).toMatchObject({ data: { page: null }, init: { status: 404 } });
  }
  const request = await post(db, "/", { intent: "hand-in", text: FIVE }, me);
  const sent = await step.action({ request, params, context: {} });
  expect(sent).toMatchObject({
    data: { result: { initialValue: { text: FIVE } } },
    init: { status: 404 },
  });
});
