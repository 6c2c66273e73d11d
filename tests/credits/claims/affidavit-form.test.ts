import { expect, test } from "vitest";
import { affidavitForm, nextVersion } from "~/credits/claims/affidavit-form";
import { errorsOf } from "../../support/form";

const TEXT = "I earned these hours by actual attendance,\r\n and declare it under penalty of perjury.";

test("T5 a text is one paragraph of a certain length", () => {
  const plan = { intent: "plan-affidavit", fromDate: "2027-01-01", text: TEXT };
  expect(affidavitForm.parse(plan)).toMatchObject({
    text: "I earned these hours by actual attendance, and declare it under penalty of perjury.",
  });
  expect(errorsOf(affidavitForm, { ...plan, text: "I agree." })).toEqual(["text: Write the whole affidavit."]);
  expect(errorsOf(affidavitForm, { ...plan, text: "x".repeat(2001) })).toEqual(["text: Use at most 2,000 characters."]);
  expect(errorsOf(affidavitForm, { ...plan, fromDate: "soon" })).toEqual(["fromDate: Enter the first day."]);
});

test.each([
  ["2027-01-01", ["2026-1"], "2027-1"],
  ["2026-12-01", ["2026-1", "2026-3"], "2026-4"],
  ["2026-12-01", ["2026-first"], "2026-1"],
])("T5 a text from %s after %j is version %s", (fromDate, versions, version) => {
  expect(nextVersion(fromDate, versions)).toBe(version);
});
