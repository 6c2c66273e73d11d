import { expect, test } from "vitest";
import type { CurrentCredit } from "~/credits/ledger/ledger.server";
import { toDistrictCredit } from "~/hr/people/district-credit";

const credit = (completedOn: string) =>
  ({
    ...{ id: "a", completedOn, minutes: 390, version: 2 },
    snapshot: {
      course: { title: "Number talks" },
      offering: { inServiceNumber: "PSESD-2627-0001" },
      provider: { name: "Puget Sound ESD" },
      designations: [{ code: "EQUITY", minutes: 60 }],
    },
  }) as unknown as CurrentCredit;
const DATES = [{ fromDate: "2027-04-01", toDate: "2027-06-30" }];

test.each([
  ["2027-03-31", true],
  ["2027-04-01", false],
  ["2027-06-30", false],
  ["2027-07-01", true],
])("S1 what was completed on %s was submitted: %s", (day, isSubmitted) => {
  expect(toDistrictCredit(credit(day), DATES, { a: ["Below 3 clock hours"] })).toEqual({
    ...{ id: "a", completedOn: day, minutes: 390, version: 2, isSubmitted },
    ...{ title: "Number talks", inServiceNumber: "PSESD-2627-0001", provider: "Puget Sound ESD" },
    designations: [{ code: "EQUITY", minutes: 60 }],
    flags: ["Below 3 clock hours"],
  });
});
