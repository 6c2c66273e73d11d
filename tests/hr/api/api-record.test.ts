import { expect, test } from "vitest";
import { toRecord } from "~/hr/api/api-record";
import { recordSchema } from "~/hr/api/api-schema";
import { EXPORT_COLUMNS, type ExportRow } from "~/hr/exports/export-row";
import { at } from "../../support/clock";

const cells = Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, ""])) as unknown as ExportRow;
const FACTS = {
  personId: "ada",
  minutes: 395,
  approvedMinutes: 420,
  designations: [{ code: "EQUITY", minutes: 90 }],
  postedAt: at("2027-03-10T09:05"),
};

test("S3 codes keep their zeros, empty cells are null, minutes are whole and instants are UTC", () => {
  const row = { ...cells, districtCode: "01109", employeeId: "00042", hoursEarned: "6.58", startDate: "2027-03-09" };
  const record = toRecord({ ...row, completionDate: "2027-03-09", record: "new", elsewhere: "3" }, FACTS);
  expect(record).toMatchObject({
    ...{ person: "ada", districtCode: "01109", employeeId: "00042", formerName: null, hoursEarned: "6.58" },
    ...{ minutesEarned: 395, minutesApproved: 420, hoursFromElsewhere: "3", completionDate: "2027-03-09" },
    ...{ designations: [{ code: "EQUITY", minutes: 90 }], verifiedAt: "2027-03-10T17:05:00.000Z" },
  });
  expect(record).not.toHaveProperty("record");
});

test("S3 a record has every column of an export, and what the description of the API says", () => {
  const record = toRecord({ ...cells, startDate: "2027-03-09", completionDate: "2027-03-09", record: "new" }, FACTS);
  expect(recordSchema.strict().parse(record)).toEqual(record);
  const renamed = new Map<string, string>([["elsewhere", "hoursFromElsewhere"]]);
  const columns = EXPORT_COLUMNS.map(({ key }) => renamed.get(key) ?? key).filter((key) => key !== "record");
  expect(Object.keys(record)).toEqual(expect.arrayContaining(columns));
});
