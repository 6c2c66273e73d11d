import { expect, test } from "vitest";
import { isWaitingClaim, mayBeNudged, NUDGE_EVERY_MS, remindedInWords } from "~/hr/salary/open-claim";

test.each([
  [null, true],
  [0, true],
  [1, false],
])("somebody who was reminded %j after a week's beginning may be reminded: %s", (lastAt, may) => {
  expect(mayBeNudged(lastAt, NUDGE_EVERY_MS)).toBe(may);
});

test("whether somebody was reminded, and can be again, is said in words", () => {
  const day = Date.UTC(2027, 8, 14, 19);
  const said = (nudgedAt: number | null, now = day, hasAddress = true) =>
    remindedInWords({ nudgedAt, hasAddress }, now, "America/Los_Angeles");
  expect(said(null, day, false)).toBe("No email address on file");
  expect(said(null)).toBe("Not yet");
  expect(said(day)).toMatch(/Sep 14, 2027; again a week later$/);
  expect(said(day, day + NUDGE_EVERY_MS)).toMatch(/Sep 14, 2027$/);
});

test("claims that are posted or settled wait for nobody", () => {
  expect(["open", "returned", "claimed", "evaluated", "settled", "posted", ""].filter(isWaitingClaim)).toEqual([
    "open",
    "returned",
    "claimed",
    "evaluated",
  ]);
});
