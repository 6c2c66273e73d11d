import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { EXPORT_COLUMNS, type ExportRow } from "~/hr/exports/export-row";
import { PLAIN_LAYOUT } from "~/hr/exports/layouts/export-layout";
import { exportFileName, writeExportFile } from "~/hr/exports/making/export-file.server";
import type { ExportOrder } from "~/hr/exports/making/export-order";
import { TEST_NOW } from "../../../support/clock";
import { convertedByOffice, OFFICE_MS, officeCells, officeTest } from "../../../support/hr/office";

const ROW: ExportRow = {
  ...(Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, "harmless"])) as unknown as ExportRow),
  districtCode: "01109",
  employeeId: "00042",
  providerApprovalYear: "2026-27",
  startDate: "2027-03-08",
  completionDate: "2027-03-09",
  hoursApproved: "7",
  hoursEarned: "6.5",
  quarterCredits: "0.65",
  designations: "EQUITY 1; STEM 1.5",
  paid: "21.00",
  verifiedAt: "2027-03-09 18:05",
  courseTitle: '=cmd|"/c calc"!A1',
  record: "new",
};
const LAYOUT: NonNullable<ExportOrder["layout"]> = {
  ...PLAIN_LAYOUT,
  name: "Payroll",
  columns: [
    { key: "employeeId", header: "EMPID" },
    { key: "completionDate", header: "Done" },
    { key: "hoursEarned", header: "Min" },
  ],
  days: "m/d/yyyy",
  separator: "semicolon",
  hours: "minutes",
};

async function file(asked: Pick<ExportOrder, "format" | "layout">, rows: ExportRow[]): Promise<Buffer> {
  async function* parts() {
    for (const row of rows) yield await Promise.resolve([row]);
  }
  const pieces: Buffer[] = [];
  for await (const piece of writeExportFile(asked, parts(), TEST_NOW)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

test("S3 a cell that a spreadsheet would run as a formula is neutralised in a CSV, and reads back as it was", async () => {
  for (const value of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]) {
    const csv = (await file({ format: "csv", layout: null }, [{ ...ROW, courseTitle: value }])).toString();
    expect(csv).toContain(`"'${value}"`);
    expect(csv).not.toContain(`"${value}"`);
  }
  const said = await file({ format: "csv", layout: null }, [{ ...ROW, courseTitle: 'Say "5-4=1"' }]);
  expect(said.toString()).toContain('"Say ""5-4=1"""');
});

test("S3 a layout's file needs no editing: its columns, its headings, its separator, its days and hours", async () => {
  const csv = (await file({ format: "csv", layout: LAYOUT }, [ROW, ROW])).toString();
  expect(csv).toBe('\uFEFF"EMPID";"Done";"Min"\r\n"00042";"3/9/2027";"390"\r\n"00042";"3/9/2027";"390"\r\n');
  expect(parse(csv, { bom: true, delimiter: ";" })).toHaveLength(3);
});

test("S3 a heading is neutralised as well", async () => {
  const columns = [{ key: "lastName", header: "=HYPERLINK(1)" } as const];
  const csv = (await file({ format: "csv", layout: { ...LAYOUT, columns } }, [])).toString();
  expect(csv).toBe('\uFEFF"\'=HYPERLINK(1)"\r\n');
});

test("S3 a second reader finds in a workbook what the rule names: codes with their zeros, days, numbers", async () => {
  const [sheet] = await readWorkbook(await file({ format: "xlsx", layout: null }, [ROW]));
  const [head, row] = sheet!.data;
  expect(head).toEqual(EXPORT_COLUMNS.map(({ header }) => header));
  const found = Object.fromEntries(head!.map((name, index) => [String(name), row![index]]));
  expect(found).toMatchObject({
    district_code: "01109",
    employee_id: "00042",
    provider_approval_year: "2026-27",
    course_title: '=cmd|"/c calc"!A1',
    completion_date: new Date("2027-03-09T00:00:00Z"),
    hours_earned: 6.5,
    quarter_credits: 0.65,
    paid: 21,
    designations: "EQUITY 1; STEM 1.5",
  });
});

officeTest(
  "S3 LibreOffice opens it: codes are texts, days are dates, hours are numbers, and no formula runs",
  async () => {
    const [head, row] = officeCells(convertedByOffice(await file({ format: "xlsx", layout: null }, [ROW]), "fods"));
    const found = Object.fromEntries(head!.map(({ text }, index) => [text, row![index]!]));
    const typeOf = (name: string) => [found[name]!.type, found[name]!.value ?? found[name]!.text];
    expect(typeOf("district_code")).toEqual(["string", "01109"]);
    expect(typeOf("employee_id")).toEqual(["string", "00042"]);
    expect(typeOf("provider_approval_year")).toEqual(["string", "2026-27"]);
    expect(typeOf("completion_date")).toEqual(["date", "2027-03-09"]);
    expect(typeOf("hours_earned")).toEqual(["float", "6.5"]);
    expect(typeOf("verified_at")).toEqual(["date", "2027-03-09T18:05:00"]);
    expect(typeOf("course_title")[0]).toBe("string");
    const laidOut = await file({ format: "xlsx", layout: LAYOUT }, [ROW]);
    expect(officeCells(convertedByOffice(laidOut, "fods"))[1]!.slice(0, 3)).toEqual([
      { type: "string", value: null, text: "00042" },
      { type: "date", value: "2027-03-09", text: "3/9/2027" },
      { type: "float", value: "390", text: "390" },
    ]);
  },
  OFFICE_MS,
);

test("a file is called by its district and the day it was made there", () => {
  const made = { madeAt: Date.parse("2027-03-10T04:00:00Z"), timeZone: "America/Los_Angeles", format: "xlsx" } as const;
  expect(exportFileName({ code: "17401", name: "Highline" }, made)).toBe("clock-hours-17401-2027-03-09.xlsx");
  expect(exportFileName({ code: null, name: "Muckleshoot / Tribal" }, made)).toBe(
    "clock-hours-Muckleshoot-Tribal-2027-03-09.xlsx",
  );
});
