import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeHours } from "~/hr/local-rules/judge-hours";
import { CRITERIA, RULE_FLAGS, salaryYearDates } from "~/hr/local-rules/local-rule";
import { NO_LIMITS, ruled } from "./sample-rules";

const FACTS = { degreeOn: null, cutoff: "09-30" };

const day = fc
  .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2029-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someHours = fc
  .array(
    fc.record({
      completedOn: day,
      minutes: fc.integer({ min: 0, max: 3_000 }),
      criterion: fc.option(fc.constantFrom(...CRITERIA)),
      acceptedIn: fc.array(fc.integer({ min: 2024, max: 2030 }), { maxLength: 1 }),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((each, index) => ({ id: `h${index}`, ...each })));
const rule = fc.record({
  acceptedFrom: fc.option(day),
  acceptedTo: fc.option(day),
  leastPerCourse: fc.integer({ min: 0, max: 900 }),
  leastPerYear: fc.integer({ min: 0, max: 4_000 }),
  mostPerYear: fc.option(fc.integer({ min: 0, max: 6_000 })),
  criteria: fc.subarray([...CRITERIA], { minLength: 1 }),
  afterDegree: fc.boolean(),
  onceOnly: fc.boolean(),
});
const someRules = fc.uniqueArray(
  fc.record({ fromDate: day, cutoff: fc.constantFrom("09-30", "10-01", "08-31"), rule }),
  { maxLength: 3, selector: ({ fromDate }) => fromDate },
);
const facts = fc.record({ degreeOn: fc.option(day), cutoff: fc.constantFrom("09-30", "10-01") });

test("S2 nothing is left out, nothing counts more than it has, and what counts less says why", () => {
  fc.assert(
    fc.property(someHours, someRules, facts, (given, rules, known) => {
      const judged = judgeHours(given, rules, known);
      expect(judged.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
      for (const { minutes, counted, flags, words } of judged) {
        expect(counted).toBeGreaterThanOrEqual(0);
        expect(counted).toBeLessThanOrEqual(minutes);
        if (counted < minutes) expect(flags.length).toBeGreaterThan(0);
        expect(words).toHaveLength(flags.length);
        expect(flags.every((flag) => RULE_FLAGS.includes(flag))).toBe(true);
      }
    }),
  );
});

test("S2 hours fall into the one salary year whose days hold their completion", () => {
  fc.assert(
    fc.property(someHours, someRules, facts, (given, rules, known) => {
      for (const { completedOn, year } of judgeHours(given, rules, known)) {
        const { from, to } = salaryYearDates(year, rules, known.cutoff);
        expect([from <= completedOn, completedOn <= to]).toEqual([true, true]);
      }
    }),
  );
});

test("S2 the order in which hours and rules are given changes nothing", () => {
  fc.assert(
    fc.property(someHours, someRules, facts, (given, rules, known) => {
      expect(judgeHours(given.toReversed(), rules.toReversed(), known)).toEqual(judgeHours(given, rules, known));
    }),
  );
});

test("S2 in a year of one rule, no more counts than its cap, and something or nothing at least its least", () => {
  fc.assert(
    fc.property(someHours, rule, facts, (given, only, known) => {
      const judged = judgeHours(given, [{ fromDate: "2000-01-01", cutoff: "09-30", rule: only }], known);
      for (const inYear of Map.groupBy(judged, ({ year }) => year).values()) {
        const sum = inYear.reduce((total, { counted }) => total + counted, 0);
        expect(sum).toBeLessThanOrEqual(only.mostPerYear ?? Infinity);
        if (sum > 0) expect(sum).toBeGreaterThanOrEqual(Math.min(only.leastPerYear, only.mostPerYear ?? Infinity));
      }
    }),
  );
});

test("S2 a stricter least for a course never makes more count where there is no least for a year", () => {
  fc.assert(
    fc.property(someHours, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (given, one, other) => {
      const sum = (leastPerCourse: number) =>
        judgeHours(given, [ruled({ ...NO_LIMITS, leastPerCourse })], FACTS).reduce(
          (all, { counted }) => all + counted,
          0,
        );
      expect(sum(Math.max(one, other))).toBeLessThanOrEqual(sum(Math.min(one, other)));
    }),
  );
});
