import { expect, test } from "vitest";
import { datesInWords } from "~/hr/exports/export-words";

test.each([
  [null, null, false, "All dates"],
  [null, null, true, "All dates, new only"],
  ["2026-10-01", null, false, "from Oct 1, 2026"],
  [null, "2027-09-30", true, "up to Sep 30, 2027, new only"],
  ["2026-10-01", "2027-09-30", false, "Oct 1, 2026 – Sep 30, 2027"],
])("an export of %s to %s says so", (from, to, onlyNew, words) => {
  expect(datesInWords({ from, to, onlyNew }).replaceAll(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, "")).toBe(words);
});
