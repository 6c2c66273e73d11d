import { expect, test } from "vitest";
import {
  CELL_ERROR,
  errorsIn,
  faultOfWorkbook,
  mergedIn,
  mergedOn,
  MOST_UNPACKED,
  pathOfSheet,
  textOfCell,
} from "~/hr/staff-lists/reading/workbook";

const member = (name: string, unpacked = 1_000) => ({ name, unpacked });
const BOOK = [member("xl/workbook.xml"), member("xl/worksheets/sheet1.xml")];

test.each([
  ["a workbook", BOOK, null],
  ["a broken file", null, "broken"],
  ["another ZIP", [member("word/document.xml")], "no Excel workbook"],
  ["macros", [...BOOK, member("xl/vbaProject.bin")], "macros"],
  ["macro sheets", [...BOOK, member("xl/macrosheets/sheet1.xml")], "macros"],
  [
    "200 sheets",
    [...BOOK, ...Array.from({ length: 199 }, (_, n) => member(`xl/worksheets/sheet${n + 2}.xml`))],
    "200 sheets",
  ],
  ["no sheet", [member("xl/workbook.xml")], "no sheet"],
  ["a bomb", [...BOOK, member("xl/sharedStrings.xml", MOST_UNPACKED)], "unpacks to more"],
])("%s", (_what, members, words) => {
  if (words === null) expect(faultOfWorkbook(members)).toBeNull();
  else expect(faultOfWorkbook(members)).toContain(words);
});

test("merged cells are found where they stand", () => {
  const ranges = mergedIn('<mergeCells count="2"><mergeCell ref="A1:C1"/><x:mergeCell ref="B4:B5"/></mergeCells>');
  expect(ranges).toEqual(["A1:C1", "B4:B5"]);
  expect([1, 2, 4, 5].map((line) => mergedOn(ranges, line))).toEqual(["A1:C1", undefined, "B4:B5", "B4:B5"]);
});

test("a sheet's file is named by the workbook's relations", () => {
  const book =
    '<sheets><sheet name="Notes" sheetId="4" r:id="rId7"/><sheet name="Staff" sheetId="1" r:id="rId2"/></sheets>';
  const relations =
    '<Relationship Id="rId2" Target="/xl/worksheets/b.xml"/><Relationship Target="worksheets/a.xml" Id="rId7"/>';
  expect([0, 1, 2].map((sheet) => pathOfSheet(book, relations, sheet))).toEqual([
    "xl/worksheets/a.xml",
    "xl/worksheets/b.xml",
    null,
  ]);
});

test.each([
  [null, ""],
  [4711, "4711"],
  [new Date(Date.UTC(2026, 0, 5)), "2026-01-05"],
  [new Date(Number.NaN), ""],
  ["00417", "00417"],
  [true, "TRUE"],
])("a cell that holds %s reads %s", (value, text) => {
  expect(textOfCell(value)).toBe(text);
});

test("errors are found by their cells", () => {
  const xml = '<c r="A1"><v>1</v></c><c r="AB12" s="3" t="e"><f>x</f><v>#REF!</v></c><c t="e" r="B2"><v>#N/A</v></c>';
  expect(errorsIn(xml)).toEqual([
    { row: 11, column: 27, text: "#REF!" },
    { row: 1, column: 1, text: "#N/A" },
  ]);
  expect(["#REF!", "#N/A", "# 4", "N/A"].map((text) => CELL_ERROR.test(text))).toEqual([true, true, false, false]);
});
