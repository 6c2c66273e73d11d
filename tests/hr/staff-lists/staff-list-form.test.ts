import { expect, test } from "vitest";
import { staffFileForm, staffLengthsForm, staffListForm, staffListsForm } from "~/hr/staff-lists/staff-list-form";
import { errorsOf } from "../../support/form";

test("a length is a whole number of digits, or empty", () => {
  const form = { intent: "lengths", organisationId: "o" };
  expect(staffLengthsForm.parse({ ...form, employeeIdLength: "6" })).toMatchObject({
    employeeIdLength: 6,
    schoolCodeLength: null,
  });
  for (const length of ["0", "31", "2.5", "six"])
    expect(errorsOf(staffLengthsForm, { ...form, employeeIdLength: length })).toHaveLength(1);
});

test("a file is needed, and has a limit", () => {
  const form = { intent: "read", organisationId: "o" };
  expect(errorsOf(staffFileForm, form)).toEqual(["file: Choose a file."]);
  const large = { size: 9 * 1024 * 1024 };
  const file = Object.defineProperty(new File(["x"], "staff.csv"), "size", { value: large.size });
  expect(errorsOf(staffListsForm, { ...form, file })).toEqual(["file: This file is too large for a staff list."]);
});

test("a last day is a day", () => {
  expect(errorsOf(staffListForm, { intent: "end-missing", version: "1", toDate: "soon" })).toEqual([
    "toDate: Enter their last day.",
  ]);
});
