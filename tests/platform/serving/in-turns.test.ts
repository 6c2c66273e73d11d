import { expect, test } from "vitest";
import { inTurns } from "~/platform/serving/in-turns.server";

const busyFor = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

test("long work gives its results in order, and others their turns meanwhile", async () => {
  const order: string[] = [];
  const work = inTurns([1, 2, 3, 4], (number) => {
    busyFor(12);
    order.push(`item ${number}`);
    return number * 10;
  });
  setImmediate(() => order.push("another request"));
  expect(await work).toEqual([10, 20, 30, 40]);
  expect(order.indexOf("another request")).toBeGreaterThan(0);
  expect(order.indexOf("another request")).toBeLessThan(4);
});

test("what one of them throws ends it", async () => {
  const fail = () => {
    throw new Error("unreadable");
  };
  await expect(inTurns([1], fail)).rejects.toThrow("unreadable");
  expect(await inTurns([], fail)).toEqual([]);
});
