import { expect, test } from "vitest";
import { askedInWords, fileInWords } from "~/hr/exports/export-words";

const ALL = { from: null, to: null, onlyNew: false };

test.each([
  [ALL, "All dates"],
  [{ ...ALL, onlyNew: true }, "All dates, new only"],
  [{ ...ALL, from: "2026-10-01" }, "from Oct 1, 2026"],
  [{ ...ALL, to: "2027-09-30", onlyNew: true }, "up to Sep 30, 2027, new only"],
  [{ ...ALL, from: "2026-10-01", to: "2027-09-30" }, "Oct 1, 2026 – Sep 30, 2027"],
  [{ ...ALL, chosen: 1, layout: "Payroll" }, "All dates, 1 chosen person, layout “Payroll”"],
  [{ ...ALL, chosen: 12, onlyNew: true }, "All dates, 12 chosen people, new only"],
])("an export of %j says so", (asked, words) => {
  expect(askedInWords(asked).replaceAll(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, "")).toBe(words);
});

test("a file says what kind it is, and how large where that is known", () => {
  expect([fileInWords("csv", null), fileInWords("xlsx", 12_288)]).toEqual(["CSV", "Excel (.xlsx), 12 KB"]);
});
