import { expect, test } from "vitest";
import { NOT_KEPT } from "~/hr/staff-lists/reading/read-table";
import type { StaffColumn } from "~/hr/staff-lists/reading/staff-heads";
import {
  nameInOrder,
  readStaffLine,
  restoreZeros,
  type StaffReading,
  unknownRoles,
} from "~/hr/staff-lists/reading/staff-line";

const COLUMNS: StaffColumn[] = [
  "employeeId",
  "last",
  "first",
  "email",
  "certificate",
  "district",
  "building",
  "role",
  "firstDay",
  "lastDay",
];
const READING: StaffReading = {
  columns: COLUMNS,
  employeeIdLength: 6,
  schoolCodeLength: 4,
  roles: { "bus driver": "other" },
  organisation: { code: "01109", name: "Highline" },
};
const GOOD = "4711,Sample,Ana,Ana@Test.example,ab123,1109,417,Teacher,1/5/2026,";
const read = (text: string, reading: Partial<StaffReading> = {}) =>
  readStaffLine({ line: 7, cells: text.split(",") }, { ...READING, ...reading });
const change = (at: number, cell: string) => GOOD.split(",").with(at, cell).join(",");

test("dropped zeros are put back to the length that the district names, dates are read as systems write them", () => {
  expect(read(GOOD)).toEqual({
    line: 7,
    first: "Ana",
    last: "Sample",
    email: "ana@test.example",
    employeeId: "004711",
    certificateNumber: "AB123",
    building: "0417",
    title: null,
    roleKind: "teacher",
    fromDate: "2026-01-05",
    toDate: null,
  });
});

test.each([
  ["4711", 6, "004711"],
  ["1234567", 6, "1234567"],
  ["A12", 6, "A12"],
  ["", 6, ""],
  ["4711", null, "4711"],
])("%s at length %s is %s", (text, length, restored) => {
  expect(restoreZeros(text, length)).toBe(restored);
});

test.each([
  ["1/5/2026", "2026-01-05"],
  ["01/05/26", "2026-01-05"],
  ["2026-01-05", "2026-01-05"],
  ["2026-01-05T00:00:00", "2026-01-05"],
  ["2026-01-05 00:00:00.000", "2026-01-05"],
  ["46027", "2026-01-05"],
  ["46027.0", "2026-01-05"],
])("the first day %s is %s", (text, day) => {
  expect(read(change(8, text))).toMatchObject({ fromDate: day });
});

test.each(["12/31/9999", "2958465", "00/00/0000", "1/0/1900", "1899-12-30", "0", "N/A", "NULL", "-", "Present", ""])(
  "“%s” in a column of last days says that there is none",
  (text) => {
    expect(read(change(9, text))).toMatchObject({ fromDate: "2026-01-05", toDate: null });
  },
);

test("what systems write for nothing says nothing, but can be somebody’s name", () => {
  expect(read("N/A,Null,Ana,NULL,n/a,-,None,--,1/5/2026,none")).toEqual({
    ...(read(",Null,Ana,,,,,,1/5/2026,") as object),
    last: "Null",
  });
  expect(unknownRoles([{ cells: change(7, "N/A").split(",") }], READING)).toEqual([]);
});

test("a last day of the last year is none; without such a column nothing is said of it", () => {
  expect(read(change(9, "12/31/9999"))).toMatchObject({ toDate: null });
  expect(read(change(9, "6/30/2026"))).toMatchObject({ toDate: "2026-06-30" });
  expect(read(GOOD, { columns: COLUMNS.with(9, "unread") })).toMatchObject({ toDate: undefined });
});

test("a word that the district explained is known", () => {
  expect(read(change(7, "Bus Driver"))).toMatchObject({ roleKind: "other" });
  const rows = ["Teacher", "Bus driver", "Wizard", "WIZARD", ""].map((role) => ({ cells: change(7, role).split(",") }));
  expect(unknownRoles(rows, READING)).toEqual(["WIZARD"]);
});

test.each([
  [5, "17415", "another district"],
  [7, "Wizard", "no role"],
  [8, "soon", "The first day “soon” is no date"],
  [9, "2/30/2026", "The last day “2/30/2026” is no date"],
  [9, "1/4/2026", "is before the first"],
  [8, "12/31/9999", "Nobody who is on the staff began on 9999-12-31"],
  [8, "1/1/1900", "Nobody who is on the staff began on 1900-01-01"],
  [3, "ana at test", "no email address"],
  [4, "two words", "no certificate number"],
  [0, "123456789", "Social Security"],
  [0, NOT_KEPT, "Social Security"],
  [1, "#N/A", "the error #N/A"],
  [0, "9".repeat(31), "more than 30 characters"],
])("column %s with “%s” is a bad line with its number: %s", (at, cell, words) => {
  expect(read(change(at, cell))).toMatchObject({ line: 7, reason: expect.stringContaining(words) as string });
});

test("P1 a line with a Social Security number is not shown again", () => {
  expect(JSON.stringify(read(change(0, "123-45-6789")))).not.toMatch(/123|Sample|ana@/);
});

test("the district is known by its code, with or without its zero, and by its name", () => {
  for (const district of ["1109", "01109", "Highline", "HIGHLINE SCHOOL DISTRICT", ""])
    expect(read(change(5, district))).not.toHaveProperty("reason");
});

test("a name in one column is parted, and one name is enough", () => {
  const columns: StaffColumn[] = ["name"];
  expect(readStaffLine({ line: 2, cells: ["Sample, Ana"] }, { ...READING, columns })).toMatchObject({
    first: "Ana",
    last: "Sample",
  });
  expect(nameInOrder({ first: "", last: "Sample" })).toBe("Sample");
  expect(nameInOrder({ first: "Ana", last: "Sample" })).toBe("Sample, Ana");
});
