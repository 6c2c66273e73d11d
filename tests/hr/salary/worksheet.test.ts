import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import readWorkbook from "read-excel-file/node";
import { expect, onTestFinished, test } from "vitest";
import { renderReport } from "~/documents/drawing/report-pdf.server";
import { type SalaryRow, totalsOfRows } from "~/hr/salary/salary-row";
import {
  type Worksheet,
  WORKSHEET_COLUMNS,
  worksheetName,
  worksheetReport,
  worksheetRows,
} from "~/hr/salary/worksheet";
import { writeWorkbook } from "~/platform/workbooks/workbook.server";
import { TEST_NOW } from "../../support/clock";

const row = (id: string, more: Partial<SalaryRow> = {}): SalaryRow => ({
  id,
  title: "Field science for every classroom",
  inServiceNumber: "PSESD-2627-0001",
  provider: "Puget Sound ESD",
  completedOn: "2027-03-09",
  minutes: 450,
  isSubmitted: false,
  counted: 450,
  flags: [],
  verdict: "accepted",
  criterion: "b",
  reason: null,
  isCorrectedSince: false,
  history: [],
  ...more,
});
const ROWS = [
  row("a"),
  row("b", { minutes: 120, counted: 0, flags: ["Below 3 clock hours for a course"], verdict: "open", criterion: null }),
];
const sheetOf = (rows: SalaryRow[]): Worksheet => ({
  organisation: "Highline",
  year: 2027,
  ...{ from: "2026-10-01", to: "2027-09-30" },
  person: { legalName: "Ada Ames", employeeId: "000417", certificateNumber: null, degreeOn: "2020-06-15" },
  rows,
  totals: totalsOfRows(rows),
  madeBy: "Hana HR",
  madeOn: "2027-04-01",
  madeAt: TEST_NOW,
});

/** What a program makes of a PDF. */
async function told(sheet: Worksheet, program: string, ...words: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-worksheet-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "worksheet.pdf");
  writeFileSync(file, await renderReport(worksheetReport(sheet)));
  const { status, stdout, stderr } = spawnSync(
    program,
    words.map((word) => (word === "FILE" ? file : word)),
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("S2 the worksheet says whose it is, every row with what counts, the sum, and has lines to sign on", async () => {
  const { stdout } = await told(sheetOf(ROWS), "pdftotext", "-layout", "FILE", "-");
  for (const words of [
    "Salary credits 2026–27: Ada Ames",
    "000417",
    "PSESD-2627-0001",
    "Accepted, criterion b",
    "Below 3 clock hours for a",
    "7.5 hours, 0.75 quarter credits; 1 row to review",
    "Employee:",
    "Human resources:",
    "Page 1 of 1",
  ])
    expect(stdout).toContain(words);
});

// Outside of CI a machine may lack qpdf; there its absence fails the test.
test.skipIf(!existsSync("/usr/bin/qpdf") && !process.env.CI)(
  "D6 a worksheet of many pages is a sound, tagged PDF, and the same each time",
  async () => {
    const many = sheetOf(Array.from({ length: 80 }, (_each, n) => row(String(n))));
    const { status, stdout } = await told(many, "qpdf", "--check", "FILE");
    expect([status, stdout]).toEqual([0, expect.stringContaining("No syntax or stream encoding errors found")]);
    const info = await told(many, "pdfinfo", "FILE");
    expect(info.stdout).toMatch(/Tagged: +yes/);
    expect(Number(/Pages: +(\d+)/.exec(info.stdout)![1])).toBeGreaterThan(2);
    const again = worksheetReport(many);
    expect((await renderReport(again)).equals(await renderReport(again))).toBe(true);
  },
);

test("S2 the workbook has the same rows and their sum, with codes as text and days as days", async () => {
  const sheet = { name: "Salary credits", columns: WORKSHEET_COLUMNS, rows: [worksheetRows(sheetOf(ROWS))] };
  const pieces: Buffer[] = [];
  for await (const piece of writeWorkbook([sheet], { at: new Date(TEST_NOW) })) pieces.push(piece);
  const [read] = await readWorkbook(Buffer.concat(pieces));
  expect(
    read!.data.slice(1).map((cells) => [cells[0], cells[2], cells[6], cells[7], cells[8], cells[9], cells[11]]),
  ).toEqual([
    ["000417", new Date("2027-03-09T00:00:00Z"), 7.5, 7.5, 0.75, null, "b"],
    ["000417", new Date("2027-03-09T00:00:00Z"), 2, 0, 0, "Below 3 clock hours for a course", null],
    ["000417", null, 9.5, 7.5, 0.75, null, null],
  ]);
});

test("a worksheet without rows says so, and is called by what is on file", async () => {
  expect((await told(sheetOf([]), "pdftotext", "FILE", "-")).stdout).toContain("No clock hours were posted");
  expect(worksheetName(sheetOf([]), "pdf")).toBe("salary-credits-000417-2027.pdf");
  const person = { ...sheetOf([]).person, employeeId: null };
  expect(worksheetName({ ...sheetOf([]), person }, "xlsx")).toBe("salary-credits-Ada-Ames-2027.xlsx");
});
