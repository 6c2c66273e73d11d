import { expect, test } from "vitest";
import { countLines, rowsOf } from "~/attendance/meetings/report-table";

test("quotes that never end are letters, and lines are counted as they stand", () => {
  expect(rowsOf('a,"b\nc,d\n', ",")).toEqual([
    { line: 1, cells: ["a", '"b'] },
    { line: 2, cells: ["c", "d"] },
  ]);
  expect([countLines("a"), countLines("a\n"), countLines("a\n\n")]).toEqual([1, 1, 2]);
});
