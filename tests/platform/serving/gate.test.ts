import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { Gate, inSlot, outsideGate } from "~/platform/serving/gate.server";

/** Takes a place that must be there. */
async function enter(gate: Gate) {
  const place = await gate.enter();
  if (!place) throw new Error("There was no place.");
  return place;
}

test("those who wait get in one after another, in the order of their arrival, and the rest is turned away", async () => {
  const gate = new Gate(2, 3);
  const order: number[] = [];
  const visits = [1, 2, 3, 4, 5].map(async (each) => {
    const place = await enter(gate);
    order.push(each);
    await turn();
    place.leave();
  });
  expect(await gate.enter()).toBeNull();
  await Promise.all(visits);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  const [again, other] = [await enter(gate), await enter(gate)];
  again.leave();
  other.leave();
});

test("the loop turns between two pages while others wait, so that newcomers are told that Hourbook is busy", async () => {
  const gate = new Gate(1, 1);
  const first = await enter(gate);
  let began = false;
  const second = enter(gate).then((place) => {
    began = true;
    return place;
  });
  first.leave();
  let turns = 0;
  for (; !began; turns++) await turn();
  // One new connection is taken in at each.
  expect(turns).toBeGreaterThanOrEqual(8);
  (await second).leave();
});

test("places that are left at once are all given on", async () => {
  const gate = new Gate(4, 20);
  let working = 0;
  let most = 0;
  const visits = Array.from({ length: 20 }, async () => {
    const place = await enter(gate);
    most = Math.max(most, ++working);
    await turn();
    working--;
    place.leave();
    place.leave();
  });
  await Promise.all(visits);
  expect([most, working]).toEqual([4, 0]);
});

/** Lets everything that is ready to go on, go on. */
async function settle() {
  for (let i = 0; i < 30; i++) await turn();
}

test("whoever waits for another process lets others work meanwhile, and has a place again afterwards", async () => {
  const gate = new Gate(1, 5);
  const slow = await enter(gate);
  let release = () => {};
  const elsewhere = new Promise<void>((resolve) => (release = resolve));
  const work = inSlot(slow, () => outsideGate(() => elsewhere)).then(() => "done");
  const meanwhile = await enter(gate);
  release();
  let outcome = "waits";
  void work.then((value) => (outcome = value));
  await settle();
  expect(outcome).toBe("waits");
  meanwhile.leave();
  expect(await work).toBe("done");
  slow.leave();
  expect(await gate.enter()).not.toBeNull();
});
