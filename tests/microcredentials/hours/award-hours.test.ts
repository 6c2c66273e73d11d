import fc from "fast-check";
import { expect, test } from "vitest";
import { approvalFor, type HoursApproval } from "~/microcredentials/hours/award-hours";

const approved = (minutes: number, decidedAt: number): HoursApproval => ({ decision: "approved", minutes, decidedAt });
const declined = (decidedAt: number): HoursApproval => ({ decision: "declined", minutes: null, decidedAt });

// M2: what was decided, when it was awarded, and the minutes that it brings.
test.each<[string, HoursApproval[], number, number | null]>([
  ["nothing was decided", [], 10, null],
  ["approved before", [approved(420, 5)], 10, 420],
  ["approved at that very moment", [approved(420, 10)], 10, 420],
  ["approved after: never retroactively", [approved(420, 11)], 10, null],
  ["declined", [declined(5)], 10, null],
  ["declined, then approved", [declined(3), approved(300, 5)], 10, 300],
  ["approved, then declined before the award", [approved(300, 3), declined(5)], 10, null],
  ["approved, declined only after the award", [approved(300, 3), declined(12)], 10, 300],
  ["approved twice: the newer counts", [approved(300, 3), approved(420, 5)], 10, 420],
  ["approved anew after the award: the older counts", [approved(300, 3), approved(420, 12)], 10, 300],
])("%s", (_what, decisions, awardedAt, minutes) => {
  expect(approvalFor(decisions, awardedAt)?.minutes ?? null).toBe(minutes);
});

test("what is decided after an award changes nothing about it, and the order of the rows does not matter", () => {
  const decision = fc.record({
    decision: fc.constantFrom("approved" as const, "declined" as const),
    minutes: fc.integer({ min: 30, max: 600 }),
    decidedAt: fc.integer({ min: 0, max: 50 }),
  });
  const distinct = fc.uniqueArray(decision, { selector: ({ decidedAt }) => decidedAt, maxLength: 8 });
  fc.assert(
    fc.property(distinct, fc.integer({ min: 0, max: 50 }), (decisions, awardedAt) => {
      const found = approvalFor(decisions, awardedAt);
      const later = decisions.filter(({ decidedAt }) => decidedAt <= awardedAt);
      expect(approvalFor(later, awardedAt)).toEqual(found);
      expect(approvalFor(decisions.toReversed(), awardedAt)).toEqual(found);
      if (found) expect(found.decidedAt).toBeLessThanOrEqual(awardedAt);
    }),
  );
});
