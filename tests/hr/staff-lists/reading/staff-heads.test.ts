import { expect, test } from "vitest";
import {
  columnsOf,
  countKnown,
  nameStaffHeads,
  rememberColumns,
  saidTwice,
} from "~/hr/staff-lists/reading/staff-heads";

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
  ["Emp #,LastName,FirstName,Hire Dt,Term Dt,Loc Cd", "employeeId,last,first,firstDay,lastDay,building"],
  [
    "EMPLOYEE_ID,LAST_NM,FIRST_NM,EMAIL_ADDR,CERT_NBR,BLDG_NBR,JOB_TITLE,ASGN_BEG_DT,ASGN_END_DT",
    "employeeId,last,first,email,certificate,building,role,firstDay,lastDay",
  ],
  [
    "Emp No.,Surname,Given Name,Building Code,Building Desc,Date Hired,Date Terminated,Emp Typ",
    "employeeId,last,first,unread,building,firstDay,lastDay,role",
  ],
  [
    "Employee ID,Worker,Business Title,Worker Type,Hire Date,Termination Date,Location,Primary Work Email",
    "employeeId,name,role,unread,firstDay,lastDay,building,email",
  ],
  ["ID,Last,First,Date From,Date To,Campus,District Cd", "employeeId,last,first,firstDay,lastDay,building,district"],
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

test("columns that are called the same, or nothing, are remembered each for itself", () => {
  const heads = ["Name", "Code", "Description", "Code", "Description", "", "Date", "Date"];
  const said = ["name", "role", "unread", "unread", "building", "employeeId", "firstDay", "lastDay"] as const;
  expect(columnsOf(heads, rememberColumns({}, heads, said))).toEqual(said);
});

test("a kind that is said of two columns is told", () => {
  expect(saidTwice(["last", "unread", "unread", "last"])).toBe("last");
  expect(saidTwice(["last", "unread", "unread"])).toBeUndefined();
});
