import { expect, test } from "vitest";
import { columnsOf, countKnown, nameStaffHeads, rememberColumns } from "~/hr/staff-lists/reading/staff-heads";

test.each<[string, string]>([
  [
    "Employee ID,Last Name,First Name,Email,Certificate Number,School,Role,Start Date,End Date",
    "employeeId,last,first,email,certificate,building,role,firstDay,lastDay",
  ],
  [
    "EMP_NO;Legal Last;Legal First;Work Email;Location Code;Job Title;Hire Date;Termination Date".replaceAll(";", ","),
    "employeeId,last,first,email,building,role,firstDay,lastDay",
  ],
  ["Name,Employee #,Employee Type,Position Title,Site,Effective Date", "name,employeeId,role,title,building,firstDay"],
  [
    "CDS Code,Emp ID,Full Name,Building,Assignment,Begin Date,Shoe size",
    "district,employeeId,name,building,role,firstDay,unread",
  ],
  ["Favourite colour,Shoe size", "unread,unread"],
])("%s is read as %s", (heads, columns) => {
  expect(nameStaffHeads(heads.split(",")).join(",")).toBe(columns);
});

test("what a position is called is no role where the list has a column of roles as well", () => {
  expect(nameStaffHeads(["Role", "Job title"])).toEqual(["role", "title"]);
  expect(nameStaffHeads(["Job title"])).toEqual(["role"]);
});

test("how many columns are known", () => {
  expect(countKnown(["Last name", "First name", "Wheel"])).toBe(2);
});

test("what a district said of its columns is remembered, and each kind stands once", () => {
  const remembered = rememberColumns({}, ["Nr", "Last name", "Note"], ["employeeId", "last", "unread"]);
  expect(remembered).toEqual({ nr: "employeeId", "last name": "last", note: "unread" });
  expect(columnsOf(["Last name", "NR", "Employee ID"], remembered)).toEqual(["last", "employeeId", "unread"]);
  expect(columnsOf(["Last name", "Email"], {})).toEqual(["last", "email"]);
});
