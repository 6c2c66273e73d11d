import { expect, test } from "vitest";
import { checkAmount, checkDate } from "~/renewal/checked-values";

test.each(["2027-02-29", "2027-2-1", "", "2027-02-28T00:00"])("there is no day %j, and the field is named", (day) => {
  expect(() => checkDate("field", day)).toThrow(new RangeError(`field: there is no day ${JSON.stringify(day)}`));
});

test.each([-1, 0.5, NaN, Infinity])("%d is no amount", (amount) => {
  expect(() => checkAmount("field", amount)).toThrow(RangeError);
});

test("days that exist and whole numbers pass", () => {
  expect(() => checkDate("field", "2028-02-29")).not.toThrow();
  expect(() => checkAmount("field", 0)).not.toThrow();
});
