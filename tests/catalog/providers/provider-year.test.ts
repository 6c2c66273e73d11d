import { expect, test } from "vitest";
import { addableYears, yearInDays, yearLabel } from "~/catalog/providers/provider-year";

test("A3 a provider year goes by the two calendar years that it touches", () => {
  expect(yearLabel(2028)).toBe("2028–29");
  expect(yearLabel(1999)).toBe("1999–00");
  expect(yearInDays(2028)).toBe("Sun, Oct 1, 2028 to Sun, Sep 30, 2029");
});

test("A3 the next years are proposed, those that are there are not", () => {
  expect(addableYears([2025, 2026, 2027], 2026)).toEqual([2028, 2029, 2030, 2031]);
  expect(addableYears([2027], 2026)[0]).toBe(2026);
  expect(addableYears([2026, 2027, 2028, 2029, 2030, 2031], 2026)).toEqual([]);
});
