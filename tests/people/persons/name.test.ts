import { expect, test } from "vitest";
import { displayNameOf, legalNameOf, normalizeEmail, sortNameOf } from "~/people/persons/name";

// Legal first name, legal last name, preferred name: as documents, others and sorted lists show it.
test.each([
  ["Ngọc Ánh", "Nguyễn", null, "Ngọc Ánh Nguyễn", "Ngọc Ánh Nguyễn", "Nguyễn, Ngọc Ánh"],
  ["Robert", "O’Brien", "Bo O’Brien", "Robert O’Brien", "Bo O’Brien", "O’Brien, Robert"],
  ["Robert", "O’Brien", "", "Robert O’Brien", "Robert O’Brien", "O’Brien, Robert"],
  ["", "Sukarno", null, "Sukarno", "Sukarno", "Sukarno"],
])("%s %s, called %j", (legalFirst, legalLast, preferredName, legal, shown, sorted) => {
  expect(legalNameOf({ legalFirst, legalLast })).toBe(legal);
  expect(displayNameOf({ legalFirst, legalLast, preferredName })).toBe(shown);
  expect(sortNameOf({ legalFirst, legalLast })).toBe(sorted);
});

test.each([
  [" Ada.Ames@Test.Example\n", "ada.ames@test.example"],
  ["JOSÉ@test.example", "josé@test.example"],
  ["", ""],
])("the address %j is kept as %j", (typed, kept) => {
  expect(normalizeEmail(typed)).toBe(kept);
});
