import fc from "fast-check";
import { expect, test } from "vitest";
import { proposePresence, type Reported } from "~/attendance/meetings/reported-presence";

const MINUTE = 60_000;
const at = (minute: number) => minute * MINUTE;
/** Three hours with a pause of a quarter of an hour in the middle. */
const SESSION = { startsAt: at(0), endsAt: at(180), pauses: [{ startsAt: at(90), endsAt: at(105) }] };
const joins = (...stretches: [number, number][]) => stretches.map(([from, to]) => ({ from: at(from), to: at(to) }));
const propose = (reported: Partial<Reported>) => {
  const { intervals, minutes, needsWord } = proposePresence(SESSION, { joins: [], totalMinutes: null, ...reported });
  return [intervals.map(({ from, to }) => [from / MINUTE, to / MINUTE]), minutes, needsWord];
};

test.each([
  ["the whole session counts without its pause", { joins: joins([-5, 190]) }, [[[0, 180]], 165, null]],
  [
    "a rejoin makes two stretches",
    { joins: joins([0, 60], [70, 180]) },
    [
      [
        [0, 60],
        [70, 180],
      ],
      155,
      null,
    ],
  ],
  ["two devices at once count once", { joins: joins([0, 100], [50, 120]) }, [[[0, 120]], 105, null]],
  ["a join before and after the session is none", { joins: joins([-60, -5], [190, 200]) }, [[], 0, null]],
  ["of a total alone all pauses are taken off", { totalMinutes: 120 }, [[[0, 120]], 105, "total"]],
  ["a total that the session has not leaves the session", { totalMinutes: 900 }, [[[0, 180]], 165, "total"]],
  ["a total shorter than the pauses is nothing", { totalMinutes: 10 }, [[], 0, "total"]],
  ["a total that does not reach the pause", { totalMinutes: 75 }, [[[0, 60]], 60, "total"]],
  [
    "at most the duration counts of one span",
    { joins: joins([0, 180]), totalMinutes: 60 },
    [[[0, 60]], 60, "duration"],
  ],
  [
    "a duration that holds the span changes nothing",
    { joins: joins([0, 60]), totalMinutes: 61 },
    [[[0, 60]], 60, null],
  ],
  [
    "a duration over several stretches cuts the last",
    { joins: joins([0, 40], [60, 180]), totalMinutes: 60 },
    [
      [
        [0, 40],
        [60, 80],
      ],
      60,
      "duration",
    ],
  ],
] as const)("T1 %s", (_title, reported, expected) => {
  expect(propose(reported as Partial<Reported>)).toEqual(expected);
});

test("what is proposed lies in the session, apart and in order, and is worth no more than the total", () => {
  const join = fc
    .tuple(fc.integer({ min: -60, max: 240 }), fc.integer({ min: 1, max: 200 }))
    .map(([from, length]) => ({ from: at(from), to: at(from + length) }));
  fc.assert(
    fc.property(fc.array(join, { maxLength: 6 }), fc.option(fc.integer({ min: 0, max: 400 })), (all, total) => {
      const { intervals, minutes } = proposePresence(SESSION, { joins: all, totalMinutes: total });
      let last = SESSION.startsAt - 1;
      for (const { from, to } of intervals) {
        expect(from).toBeGreaterThan(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(SESSION.endsAt);
      expect(minutes).toBeLessThanOrEqual(Math.min(165, total ?? 165));
    }),
  );
});

test.each([
  ["what overlaps is not proposed twice", { joins: joins([50, 120]) }, [[60, 120]], 45, null],
  ["what another report has whole adds nothing", { joins: joins([10, 50]) }, [], 0, null],
  ["a total goes where nothing is yet", { totalMinutes: 45 }, [[60, 90]], 30, "total"],
] as const)("T2 another report has the first hour: %s", (_case, reported, stretches, minutes, needsWord) => {
  const found = proposePresence(SESSION, { joins: [], totalMinutes: null, ...reported }, joins([0, 60]));
  expect(found).toEqual({ intervals: joins(...(stretches as unknown as [number, number][])), minutes, needsWord });
});
