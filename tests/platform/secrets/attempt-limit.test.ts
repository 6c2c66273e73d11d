import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AttemptLimit, type Attempts, takeTry, waitInWords } from "~/platform/secrets/attempt-limit";
import { HOUR, MINUTE } from "../../support/clock";

const SECOND = 1_000;
const GROWING: AttemptLimit = { free: 5, windowMs: 24 * HOUR, waits: { firstMs: 30 * SECOND, longestMs: 15 * MINUTE } };
const FIXED: AttemptLimit = { free: 3, windowMs: HOUR, waits: null };
const NOW = 1_000_000;

/** Tries one after another, each as soon as it is taken, and says how long the next one waits. */
function waitsOf(limit: AttemptLimit, tries: number): number[] {
  let state: Attempts | null = null;
  let now = NOW;
  return Array.from({ length: tries }, () => {
    const decision = takeTry(state, limit, now);
    if (!decision.ok) throw new Error("not taken");
    state = decision.next;
    const wait = state.blockedUntil === null ? 0 : state.blockedUntil - now;
    now += wait;
    return wait;
  });
}

test("five tries cost nothing, then waits double from 30 seconds to a quarter of an hour", () => {
  const expected = [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900].map((seconds) => seconds * SECOND);
  expect(waitsOf(GROWING, expected.length)).toEqual(expected);
});

describe("golden table", () => {
  const at = (count: number, windowEndsAt: number, blockedUntil: number | null = null) => ({
    count,
    windowEndsAt,
    blockedUntil,
  });
  test.each<[string, Attempts | null, AttemptLimit, ReturnType<typeof takeTry>]>([
    ["first", null, FIXED, { ok: true, next: at(1, NOW + HOUR) }],
    ["last free one; the window stays", at(2, NOW + 9), FIXED, { ok: true, next: at(3, NOW + 9) }],
    ["one too many", at(3, NOW + 9), FIXED, { ok: false, retryAt: NOW + 9 }],
    ["the window is over", at(3, NOW), FIXED, { ok: true, next: at(1, NOW + HOUR) }],
    ["growing, first", null, GROWING, { ok: true, next: at(1, NOW + 24 * HOUR) }],
    ["growing, waiting", at(6, NOW + HOUR, NOW + 1), GROWING, { ok: false, retryAt: NOW + 1 }],
    [
      "growing, the wait is over",
      at(6, NOW + HOUR, NOW),
      GROWING,
      { ok: true, next: at(7, NOW + 24 * HOUR, NOW + MINUTE) },
    ],
    ["growing, forgotten after a day", at(9, NOW, NOW), GROWING, { ok: true, next: at(1, NOW + 24 * HOUR) }],
  ])("%s", (_name, before, limit, expected) => {
    expect(takeTry(before, limit, NOW)).toEqual(expected);
  });
});

test("however fast somebody tries, a window takes no more than the free tries and those that waited", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 * MINUTE }), { maxLength: 400 }), (pauses) => {
      let state: Attempts | null = null;
      let now = NOW;
      let taken = 0;
      for (const pause of pauses) {
        now += pause;
        const decision = takeTry(state, GROWING, now);
        if (!decision.ok) continue;
        state = decision.next;
        taken++;
      }
      expect(taken).toBeLessThanOrEqual(11 + Math.ceil((now - NOW) / (15 * MINUTE)));
    }),
  );
});

test.each([
  [0, "1 second"],
  [29_001, "30 seconds"],
  [60_000, "1 minute"],
  [60_001, "2 minutes"],
  [15 * MINUTE, "15 minutes"],
  [HOUR, "1 hour"],
  [HOUR + 1, "2 hours"],
])("a wait of %d ms is %s", (ms, words) => {
  expect(waitInWords(ms)).toBe(words);
});
