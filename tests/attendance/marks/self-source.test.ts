import { expect, test } from "vitest";
import { isJoinedOnline, JOINED_ONLINE } from "~/attendance/marks/self-source";

test("a self check-in alone that says so was made by joining online", () => {
  expect(isJoinedOnline({ method: "self", reason: JOINED_ONLINE })).toBe(true);
  expect(isJoinedOnline({ method: "self", reason: null })).toBe(false);
  // Whoever corrects a mark writes the reason, and may write this one.
  expect(isJoinedOnline({ method: "roster", reason: JOINED_ONLINE })).toBe(false);
});
