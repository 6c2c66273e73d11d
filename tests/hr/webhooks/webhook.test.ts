import { expect, test } from "vitest";
import { FAILING_DAYS, isToSwitchOff, nextAttemptAt } from "~/hr/webhooks/webhook";
import { DAY, HOUR, MINUTE } from "../../support/clock";

test("waits grow, and end after a little more than five days", () => {
  const waits: number[] = [];
  for (let attempts = 1; nextAttemptAt(attempts, 0) !== null; attempts++) waits.push(nextAttemptAt(attempts, 0)!);
  expect(waits.slice(0, 4)).toEqual([MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR]);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  const all = waits.reduce((sum, wait) => sum + wait, 0);
  expect(all).toBeGreaterThan(FAILING_DAYS * DAY);
  expect(all).toBeLessThan((FAILING_DAYS + 1) * DAY);
  expect(nextAttemptAt(waits.length + 1, 0)).toBeNull();
});

test("an endpoint is switched off when it has taken nothing for five days, and not before", () => {
  expect(isToSwitchOff(0, FAILING_DAYS * DAY - 1)).toBe(false);
  expect(isToSwitchOff(0, FAILING_DAYS * DAY)).toBe(true);
});
