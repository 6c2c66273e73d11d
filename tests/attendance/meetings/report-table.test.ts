import { expect, test } from "vitest";
import { countLines, rowsOf } from "~/attendance/meetings/report-table";

test("quotes that never end are letters, and lines are counted as they stand", () => {
  expect(rowsOf('a,"b\nc,d\n', ",")).toEqual([
    { line: 1, cells: ["a", '"b'] },
    { line: 2, cells: ["c", "d"] },
  ]);
  expect([countLines("a"), countLines("a\n"), countLines("a\n\n")]).toEqual([1, 1, 2]);
});

test("cells are trimmed, quoted ones too, of every kind of space", () => {
  expect(rowsOf('" Maya ",\u00a0a@b.example\u202f,"\t1/5/27 3:44 PM "\n', ",")).toEqual([
    { line: 1, cells: ["Maya", "a@b.example", "1/5/27 3:44 PM"] },
  ]);
});
