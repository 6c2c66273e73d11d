import { expect, test } from "vitest";
import {
  actorNameOf,
  displayNameOf,
  doorNameOf,
  legalNameOf,
  normalizeEmail,
  sortNameOf,
  staffNameOf,
  partsOfName,
} from "~/people/persons/name";

// Legal first name, legal last name, preferred name: as documents, others, sorted lists and staff show it.
test.each([
  ["Ngọc Ánh", "Nguyễn", null, "Ngọc Ánh Nguyễn", "Ngọc Ánh Nguyễn", "Nguyễn, Ngọc Ánh", "Nguyễn, Ngọc Ánh"],
  ["Robert", "O’Brien", "Bo O’Brien", "Robert O’Brien", "Bo O’Brien", "O’Brien, Robert", "O’Brien, Robert (Bo)"],
  ["Robert", "O’Brien", "", "Robert O’Brien", "Robert O’Brien", "O’Brien, Robert", "O’Brien, Robert"],
  ["Maya", "Okonkwo-Reyes", "May", "Maya Okonkwo-Reyes", "May", "Okonkwo-Reyes, Maya", "Okonkwo-Reyes, Maya (May)"],
  ["Maya", "Reyes", "Maya", "Maya Reyes", "Maya", "Reyes, Maya", "Reyes, Maya"],
  ["Maya", "Reyes", "Maya Reyes", "Maya Reyes", "Maya Reyes", "Reyes, Maya", "Reyes, Maya"],
  ["Maya", "Reyes", "May Okonkwo", "Maya Reyes", "May Okonkwo", "Reyes, Maya", "Reyes, Maya (May Okonkwo)"],
  ["", "Sukarno", null, "Sukarno", "Sukarno", "Sukarno", "Sukarno"],
  ["", "Sukarno", "Sukarno", "Sukarno", "Sukarno", "Sukarno", "Sukarno"],
  ["", "Sukarno", "Karno", "Sukarno", "Karno", "Sukarno", "Sukarno (Karno)"],
])("%s %s, called %j", (legalFirst, legalLast, preferredName, legal, shown, sorted, toStaff) => {
  expect(legalNameOf({ legalFirst, legalLast })).toBe(legal);
  expect(displayNameOf({ legalFirst, legalLast, preferredName })).toBe(shown);
  expect(sortNameOf({ legalFirst, legalLast })).toBe(sorted);
  expect(staffNameOf({ legalFirst, legalLast, preferredName })).toBe(toStaff);
});

// Legal first name, legal last name, preferred name: as they are called at the door.
test.each([
  ["Maya", "Okonkwo-Reyes", "May", "May Okonkwo-Reyes"],
  ["Maya", "Okonkwo-Reyes", "May Okonkwo-Reyes", "May Okonkwo-Reyes"],
  ["Maya", "Reyes", "May Okonkwo", "May Okonkwo"],
  ["Maya", "Reyes", "Maya", null],
  ["Maya", "Reyes", null, null],
  ["", "Sukarno", "Karno", "Karno Sukarno"],
])("%s %s, called %j, is %j at the door", (legalFirst, legalLast, preferredName, expected) => {
  expect(doorNameOf({ legalFirst, legalLast, preferredName })).toBe(expected);
});

test.each([
  [" Ada.Ames@Test.Example\n", "ada.ames@test.example"],
  ["JOSÉ@test.example", "josé@test.example"],
  ["", ""],
])("the address %j is kept as %j", (typed, kept) => {
  expect(normalizeEmail(typed)).toBe(kept);
});

test.each([
  ["Ana Sample", "Ana", "Sample"],
  ["  Ana   van Sample ", "Ana", "van Sample"],
  ["Sample, Ana", "Ana", "Sample"],
  ["Cher", "", "Cher"],
  ["", "", ""],
])("the parts of %j", (name, first, last) => {
  expect(partsOfName(name)).toEqual({ first, last });
});

test.each([
  [{ legalFirst: "Noor", legalLast: "Sample", preferredName: null }, {}, "Noor Sample"],
  [null, {}, "Hourbook itself"],
  [null, { token: "Payroll", district: "Highline" }, "The token “Payroll” of Highline"],
])("whoever did it: %j %j", (actor, detail, name) => {
  expect(actorNameOf(actor, detail)).toBe(name);
});
