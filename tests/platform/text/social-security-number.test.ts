import { expect, test } from "vitest";
import {
  callsForSocialSecurityNumber,
  holdsSocialSecurityNumber,
  isSocialSecurityNumber,
} from "~/platform/text/social-security-number";

test.each([
  ["123-45-6789", true],
  ["123 45 6789", true],
  ["123.45.6789", true],
  ["123456789", true],
  ["123-456789", true],
  ["123–45–6789", true],
  ["１２３-４５-６７８９", true],
  [" 123\u200B-45-6789 ", true],
  ["12345678", false],
  ["1234567890", false],
  ["512345F", false],
  ["00417", false],
])("P1 %j alone is a Social Security number: %s", (text, yes) => {
  expect(isSocialSecurityNumber(text)).toBe(yes);
});

test.each([
  ["Called about 123-45-6789 today", true],
  ["123 45 6789", true],
  ["SSN 123456789", true],
  ["ssn: 6789", true],
  ["Social Security number, last four: 6789", true],
  ["social security number is 123456789", true],
  ["Call 206-555-0143 or 555-0143", false],
  ["Purchase order 123456789", false],
  ["In-service 2027-01-0042", false],
  ["2027-03-09 8:00", false],
  ["She asked why no Social Security number is needed", false],
  ["1123-45-67890", false],
])("P1 %j holds a Social Security number: %s", (text, yes) => {
  expect(holdsSocialSecurityNumber(text)).toBe(yes);
});

test.each([
  ["SSN", true],
  ["ssn_last4", true],
  ["Social Security #", true],
  ["Soc Sec No", true],
  ["Session", false],
  ["Social studies", false],
])("P1 a column called %j holds them: %s", (head, yes) => {
  expect(callsForSocialSecurityNumber(head)).toBe(yes);
});
