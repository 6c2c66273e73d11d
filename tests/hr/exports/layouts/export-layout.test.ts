import fc from "fast-check";
import { expect, test } from "vitest";
import { EXPORT_COLUMNS, type ExportRow } from "~/hr/exports/export-row";
import { cellsOf, columnOf, minutesOf, PLAIN_LAYOUT, writeDay } from "~/hr/exports/layouts/export-layout";
import { formatHours } from "~/platform/format";

const ROW: ExportRow = {
  ...(Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, ""])) as unknown as ExportRow),
  districtCode: "01109",
  lastName: "Ames",
  completionDate: "2027-03-09",
  hoursEarned: "6.5",
  quarterCredits: "0.65",
  designations: "EQUITY 1; STEM 1.5; FCS-01 0.25",
  verifiedAt: "2027-03-09 18:05",
};

test.each([
  ["yyyy-mm-dd", "2027-03-09"],
  ["m/d/yyyy", "3/9/2027"],
  ["mm/dd/yyyy", "03/09/2027"],
  ["yyyymmdd", "20270309"],
] as const)("a day is written as %s", (days, written) => {
  expect(writeDay("2027-03-09", days)).toBe(written);
  expect(writeDay("", days)).toBe("");
});

test("H8 every whole minute is told apart by two decimals of an hour", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600_000 }), (minutes) => {
      expect(minutesOf(formatHours(minutes).replaceAll(",", ""))).toBe(String(minutes));
    }),
  );
  expect(minutesOf("")).toBe("");
});

test("S3 a layout has its columns in its order, with days and hours as it says", () => {
  const columns = (["completionDate", "hoursEarned", "designations", "districtCode", "verifiedAt"] as const).map(
    (key) => ({
      key,
      header: key,
    }),
  );
  const layout = { ...PLAIN_LAYOUT, columns, days: "m/d/yyyy", hours: "minutes" } as const;
  expect(cellsOf(ROW, { ...layout, columns }, "csv")).toEqual([
    "3/9/2027",
    "390",
    "EQUITY 60; STEM 90; FCS-01 15",
    "01109",
    "3/9/2027 18:05",
  ]);
  // In a workbook a day is a day: how it is shown is the cell's format.
  expect(cellsOf(ROW, { ...layout, columns }, "xlsx")).toEqual([
    "2027-03-09",
    "390",
    "EQUITY 60; STEM 90; FCS-01 15",
    "01109",
    "2027-03-09 18:05",
  ]);
});

test("S3 without a layout the columns are those of the rule, as they are", () => {
  expect(cellsOf(ROW, PLAIN_LAYOUT, "csv")).toEqual(EXPORT_COLUMNS.map(({ key }) => ROW[key]));
  expect(columnOf("districtCode").isCode).toBe(true);
});
