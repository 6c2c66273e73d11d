import fc from "fast-check";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { listMembers, unpackMember } from "~/platform/files/zip-member.server";
import type { CellValue } from "~/platform/workbooks/sheet-cell";
import type { SheetColumn } from "~/platform/workbooks/sheet-xml";
import { SheetTooLong, writeWorkbook } from "~/platform/workbooks/workbook.server";
import { convertedByOffice, OFFICE_MS, officeCells, officeTest } from "../../support/hr/office";

const AT = new Date("2027-03-09T16:30:00Z");
const COLUMNS: SheetColumn[] = [
  { header: "Code", kind: "text", width: 10 },
  { header: "Title", kind: "text", width: 30 },
  { header: "Hours", kind: "number", width: 8 },
  { header: "Paid", kind: "amount", width: 8 },
  { header: "Done", kind: "day", width: 12 },
  { header: "Seen", kind: "time", width: 18 },
];
const ROWS: CellValue[][] = [
  ["01109", "=1+1", "6.5", "21.00", "2027-03-09", "2027-03-09 18:05"],
  ["2026-27", 'Fish & <chips>, "so to say"\nand more', 7, "waived", "", ""],
];

async function book(rows: CellValue[][], columns = COLUMNS): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeWorkbook([{ name: "Clock hours", columns, rows: [rows] }], { at: AT }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

test("S3 a second reader finds codes as text, days as days and numbers as numbers", async () => {
  const [sheet] = await readWorkbook(await book(ROWS));
  expect(sheet!.sheet).toBe("Clock hours");
  expect(sheet!.data).toEqual([
    ["Code", "Title", "Hours", "Paid", "Done", "Seen"],
    ["01109", "=1+1", 6.5, 21, new Date("2027-03-09T00:00:00Z"), expect.any(Date)],
    ["2026-27", 'Fish & <chips>, "so to say"\nand more', 7, "waived", null, null],
  ]);
  // A time of day is a fraction, which is no decimal one.
  expect(Math.abs((sheet!.data[1]![5] as unknown as Date).getTime() - Date.parse("2027-03-09T18:05:00Z"))).toBeLessThan(
    2,
  );
});

test("the head stays in sight, columns have widths, and the filter goes over all rows", async () => {
  const bytes = await book(ROWS);
  const members = listMembers(bytes)!;
  const part = (name: string) => {
    const member = members.find((each) => each.name === name)!;
    return unpackMember(bytes, member, 1_000_000)!.toString("utf8");
  };
  expect(members[0]!.name).toBe("[Content_Types].xml");
  const sheet = part("xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<col min="2" max="2" width="30"');
  expect(sheet).toContain('<autoFilter ref="A1:F3"/>');
  expect(sheet).not.toContain("<f>");
  expect(part("xl/workbook.xml")).toContain("'Clock hours'!$A$1:$F$3");
});

test("whatever text is given is the text that is read", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), { minLength: 1 }),
      async (texts) => {
        const rows = texts.map((text) => [`x${text}x`]);
        const [sheet] = await readWorkbook(await book(rows, [COLUMNS[0]!]));
        expect(sheet!.data.slice(1)).toEqual(rows);
      },
    ),
    { numRuns: 25 },
  );
});

test("more rows than a sheet holds are refused, not cut off", async () => {
  const part = Array.from({ length: 1_048_576 }, () => [] as CellValue[]);
  await expect(book(part)).rejects.toBeInstanceOf(SheetTooLong);
});

officeTest(
  "S3 LibreOffice opens it: texts stay texts, a formula is none, a day is a date",
  async () => {
    const bytes = await book([...ROWS, ["_x0041_", "tab\there, return\rhere", "", "", "", ""]]);
    const [head, first, second, third] = officeCells(convertedByOffice(bytes, "fods"));
    expect(head!.map(({ text }) => text).slice(0, 6)).toEqual(["Code", "Title", "Hours", "Paid", "Done", "Seen"]);
    expect(first!.slice(0, 6).map(({ type, value, text }) => [type, value ?? text])).toEqual([
      ["string", "01109"],
      ["string", "=1+1"],
      ["float", "6.5"],
      ["float", "21"],
      ["date", "2027-03-09"],
      ["date", "2027-03-09T18:05:00"],
    ]);
    expect(second!.slice(0, 4).map(({ type }) => type)).toEqual(["string", "string", "float", "string"]);
    expect(third![0]!.text).toBe("_x0041_");
    expect(first!.map(({ text }) => text).slice(2, 6)).toEqual(["6.5", "21.00", "2027-03-09", "2027-03-09 18:05"]);
    expect(convertedByOffice(bytes, "csv").split("\n")[1]).toMatch(/^01109,=1\+1,6\.5,21,2027-03-09,2027-03-09 18:05/);
  },
  OFFICE_MS,
);
