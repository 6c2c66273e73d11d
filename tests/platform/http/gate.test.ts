import { expect, test } from "vitest";
import { Gate, inPlace, outsideGate } from "~/platform/http/gate.server";

/** Lets everything that is ready to go on, go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("so many are worked on at once; the others wait and come in the order of their arrival", async () => {
  const gate = new Gate(2, 10);
  const order: number[] = [];
  const places = [0, 1, 2, 3].map(async (number) => {
    const place = await gate.enter();
    order.push(number);
    return place!;
  });
  await settle();
  expect(order).toEqual([0, 1]);
  (await places[1]!).leave();
  await settle();
  expect(order).toEqual([0, 1, 2]);
  (await places[0]!).leave();
  (await places[2]!).leave();
  await settle();
  expect(order).toEqual([0, 1, 2, 3]);
});

test("beyond those who may wait, whoever comes is turned away at once, and let in again later", async () => {
  const gate = new Gate(1, 1);
  const first = await gate.enter();
  const second = gate.enter();
  expect(await gate.enter()).toBeNull();
  first!.leave();
  (await second)!.leave();
  expect(await gate.enter()).not.toBeNull();
});

test("leaving twice gives one place away, once", async () => {
  const gate = new Gate(1, 5);
  const first = (await gate.enter())!;
  first.leave();
  first.leave();
  const second = await gate.enter();
  let third: unknown = "waits";
  void gate.enter().then((place) => (third = place));
  await settle();
  expect(third).toBe("waits");
  second!.leave();
  await settle();
  expect(third).not.toBe("waits");
});

test("whoever waits for another process lets others work meanwhile, and has a place again afterwards", async () => {
  const gate = new Gate(1, 5);
  const slow = (await gate.enter())!;
  let release = () => {};
  const elsewhere = new Promise<void>((resolve) => (release = resolve));
  const work = inPlace(slow, () => outsideGate(() => elsewhere)).then(() => "done");
  const meanwhile = await gate.enter();
  expect(meanwhile).not.toBeNull();
  release();
  let outcome = "waits";
  void work.then((value) => (outcome = value));
  await settle();
  expect(outcome).toBe("waits");
  meanwhile!.leave();
  expect(await work).toBe("done");
  slow.leave();
  expect(await gate.enter()).not.toBeNull();
});
