import { expect, test } from "vitest";
import { claimByInWords, claimDeadline } from "~/catalog/offerings/claim-deadline";
import { at, ZONE } from "../../support/clock";

const ended = { endsAt: at("2027-03-09T16:00"), timeZone: ZONE };

test.each([
  [1, "2027-03-11T00:00"],
  [30, "2027-04-09T00:00"],
])("T3 with %i days hours can be claimed until the end of that day, across a clock change, too", (claimDays, until) => {
  expect(claimDeadline(ended, { claimDays })).toBe(at(until));
});

test("T3 without days there is no deadline", () => {
  expect(claimDeadline(ended, {})).toBeNull();
  expect(claimByInWords(ended, {})).toBeNull();
});

test("T3 the last minute is told in words", () => {
  expect(claimByInWords(ended, { claimDays: 30 })).toBe("Thu, Apr 8, 2027 · 11:59 PM PDT");
});
