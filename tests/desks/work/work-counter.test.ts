import { expect, test } from "vitest";
import { CLAIM_AGES, madeBetween, withoutNothing } from "~/desks/work/work-counter";
import { DAY, TEST_NOW } from "../../support/clock";

test.each([0, 3, 6.9, 7, 13.9, 14, 27.9, 28, 400])("a claim of %d days is counted under one age", (days) => {
  const at = TEST_NOW - days * DAY;
  const ages = CLAIM_AGES.filter((age) => {
    const { after, upTo } = madeBetween(TEST_NOW, age);
    return at <= upTo && (after === null || at > after);
  });
  expect(ages).toHaveLength(1);
  expect(days).toBeGreaterThanOrEqual(ages[0]!.from);
});

test("what does not wait is not said", () => {
  const some = { label: "Claims", count: 2, to: "/" };
  expect(withoutNothing([some, { label: "Nothing", count: 0, to: "/" }])).toEqual([some]);
});
