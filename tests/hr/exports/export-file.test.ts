import { expect, test } from "vitest";
import { writeExportFile } from "~/hr/exports/export-file.server";
import { EXPORT_COLUMNS, type ExportRow } from "~/hr/exports/export-row";

test("S3 a cell that a spreadsheet would run as a formula is neutralised", () => {
  const dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"];
  const row = Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, "harmless"])) as unknown as ExportRow;
  for (const value of dangerous) {
    const file = writeExportFile([{ ...row, courseTitle: value }]);
    expect(file).toContain(`"'${value}"`);
    expect(file).not.toContain(`"${value}"`);
  }
  expect(writeExportFile([{ ...row, courseTitle: 'Say "5-4=1"' }])).toContain('"Say ""5-4=1"""');
});
