import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText, columnLetters, numberIn, serialOfDay, serialOfTime } from "~/platform/workbooks/sheet-cell";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test.each([
  ["1900-03-01", 61],
  ["2026-01-05", 46027],
  ["2028-02-29", 46812],
  ["2027-02-29", null],
  ["1900-02-28", null],
  ["", null],
  ["soon", null],
])("the day %s is %s to a spreadsheet", (day, serial) => {
  expect(serialOfDay(day)).toBe(serial);
});

test.each([
  ["2026-01-05 06:00", 46027.25],
  ["2026-01-05T18:00", 46027.75],
  ["2026-01-05 24:00", null],
  ["2026-01-05", null],
])("the time %s is %s to a spreadsheet", (time, serial) => {
  expect(serialOfTime(time)).toBe(serial);
});

test.each([
  ["text", "12", null],
  ["text", 12, null],
  ["number", "6.5", 6.5],
  ["number", 7, 7],
  ["amount", "21.00", 21],
  ["amount", "waived", null],
  ["number", "1e5", null],
  ["number", "0x10", null],
  ["number", Number.NaN, null],
  ["day", "2026-01-05", 46027],
  ["time", "2026-01-05 12:00", 46027.5],
] as const)("in a column of %s, %s is %s", (kind, value, number) => {
  expect(numberIn(kind, value)).toBe(number);
});

test.each([
  ["a & <b>", "a &amp; &lt;b&gt;"],
  ["a\u0001b\rc\nd\te", "a_x0001_b_x000D_c\nd\te"],
  ["_x0041_", "_x005F_x0041_"],
  ["lone \uD800", "lone \uFFFD"],
])("%j stands in XML as %j", (text, xml) => {
  expect(cellText(text)).toBe(xml);
});

test("what stands in XML is read back as the text that it was", () => {
  const read = (xml: string) =>
    xml
      .replaceAll(/_x([0-9A-F]{4})_/g, (_each, code: string) => String.fromCharCode(parseInt(code, 16)))
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(read(cellText(text))).toBe(text.toWellFormed());
    }),
  );
});
