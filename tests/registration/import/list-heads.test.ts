import { expect, test } from "vitest";
import { readHeads } from "~/registration/import/list-heads";

// As exports of Outlook, Google, Active Directory, payroll, forms and learning systems write them.
test.each([
  ["email", "email"],
  ["E-mail Address", "email"],
  ["Work Email", "email"],
  ["EMAIL_ADDRESS", "email"],
  ["emailAddress", "email"],
  ["E-mail 1 - Value", "email"],
  ["User Principal Name", "email"],
  ["Primary SMTP Address", "email"],
  ["Staff E-Mail:", "email"],
  ["mail", "email"],
])("%s is the column of the address", (head, kind) => {
  expect(readHeads(["Room", head])).toEqual(["unread", kind]);
});

test.each([
  ["first_name", "first"],
  ["First Name", "first"],
  ["firstName", "first"],
  ["Given Name", "first"],
  ["GIVENNAME", "first"],
  ["Legal First Name", "first"],
  ["Employee First Name", "first"],
  ["Forename", "first"],
  ["Last Name", "last"],
  ["Surname", "last"],
  ["sn", "unread"],
  ["LName", "last"],
  ["Family name", "last"],
  ["\uFEFFName", "name"],
  ["Full Name", "name"],
  ["Display Name", "name"],
  ["Teacher", "name"],
  ["Last, First", "name"],
  ["Employee Name", "name"],
  ["Employee ID", "employeeId"],
  ["EMP #", "employeeId"],
  ["Staff No.", "employeeId"],
  ["District", "district"],
  ["School Name", "building"],
  ["Hire Date", "firstDay"],
  ["Position", "role"],
  ["Certificate No.", "certificate"],
  ["OSPI Certificate Number", "certificate"],
  ["Preferred name", "unread"],
  ["Middle Name", "unread"],
  ["User name", "unread"],
  ["Phone", "unread"],
])("%s is known for what it is", (head, kind) => {
  expect(readHeads([head, "Email"])?.[0]).toBe(kind);
});

test("each kind is one column; the address of work goes before one at home, and without any there is no head", () => {
  expect(readHeads(["Personal Email", "Work Email", "First", "First name"])).toEqual([
    "unread",
    "email",
    "first",
    "unread",
  ]);
  expect(readHeads(["Home email"])).toEqual(["email"]);
  expect(readHeads(["First", "Last"])).toBeNull();
  expect(readHeads(["ana@x.example", "Ana"])).toBeNull();
});
