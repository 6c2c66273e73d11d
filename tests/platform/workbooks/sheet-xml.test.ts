import { expect, test } from "vitest";
import { rowXml, type SheetColumn, sheetEnd, sheetStart, workbookParts } from "~/platform/workbooks/sheet-xml";

const COLUMNS: SheetColumn[] = [
  { header: "Code", kind: "text", width: 10 },
  { header: "Done", kind: "day", width: 12 },
];

test.each([
  [
    ["007", "2026-01-05"],
    '<row r="2"><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">007</t></is></c><c r="B2" s="3"><v>46027</v></c></row>',
  ],
  [["", ""], '<row r="2"></row>'],
  [["a"], '<row r="2"><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">a</t></is></c></row>'],
  [["", "someday"], '<row r="2"><c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">someday</t></is></c></row>'],
])("the row %j", (values, xml) => {
  expect(rowXml(2, COLUMNS, values)).toBe(xml);
});

test("a text is cut where Excel would refuse the file", () => {
  expect(rowXml(2, COLUMNS, ["x".repeat(40_000)])).toHaveLength(32_767 + rowXml(2, COLUMNS, ["x"]).length - 1);
});

test("a sheet without rows still has its head and its filter", () => {
  const xml = sheetStart(COLUMNS) + sheetEnd(COLUMNS, 0);
  expect(xml).toContain('<row r="1"><c r="A1"');
  expect(xml).toContain('<autoFilter ref="A1:B1"/>');
});

test("the name of a sheet is quoted where it is referred to", () => {
  const parts = new Map(workbookParts([{ name: "Ana's & co", columns: COLUMNS, rows: 4 }], "m/d/yyyy"));
  expect(parts.get("xl/workbook.xml")).toContain("'Ana''s &amp; co'!$A$1:$B$5");
  expect(parts.get("xl/styles.xml")).toContain('formatCode="m/d/yyyy"');
});
