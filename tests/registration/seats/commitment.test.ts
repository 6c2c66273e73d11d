import { expect, test } from "vitest";
import { isBinding } from "~/registration/seats/commitment";

test.each([
  [0, 10, false],
  [7_500, 10, true],
  [0, 5, true],
  [0, 6, false],
])(
  "R4 a seat for %d cents that can be left until %d is taken on at once, or reviewed: %s",
  (priceCents, withdrawBy, expected) => {
    expect(isBinding({ priceCents, withdrawBy }, 5)).toBe(expected);
  },
);
