import { expect, test } from "vitest";
import { evenLines, faultOfName, tidyAddress, tidyCell } from "~/registration/import/list-text";

test("lines end alike, whoever wrote them", () => {
  expect(evenLines("\uFEFFa\r\nb\rc\nd\u2028e")).toBe("a\nb\nc\nd\ne");
});

test.each([
  [" \u00A0Ana\u200B \u00A0 Sample\u2060 ", "Ana Sample"],
  ['="00417"', "00417"],
  ["'00417", "00417"],
  ["'Alohi", "'Alohi"],
  // Joiners are part of how Persian and Sinhala names are written.
  ["\u200Cعلی\u200Cرضا\u200D", "علی\u200Cرضا"],
])("a cell %j is %j", (cell, tidy) => {
  expect(tidyCell(cell)).toBe(tidy);
});

test.each([
  ["<ana@x.example>.", "ana@x.example"],
  ["mailto:ana@x.example?subject=Hello", "ana@x.example"],
  ["SMTP:ana@x.example", "ana@x.example"],
  ["ana@x.example\u200B..", "ana@x.example"],
  ["“ana＠x.example”", "ana@x.example"],
  ["o'brien@x.example", "o'brien@x.example"],
])("an address %j is %j", (text, address) => {
  expect(tidyAddress(text)).toBe(address);
});

test.each([
  ["José", null],
  ["Lê \u200D", null],
  ["O’Neil", null],
  ['Ana "Annie" Sample', null],
  ["Jos\uFFFD", "Letters of"],
  ["JosÃ©", "Letters of"],
  ["O’Neil", null],
  ["Oâ€™Neil", "Letters of"],
  ["Jos\u0081", "Letters of"],
  ['Ana"', "A quotation mark in"],
])("what is wrong with the name %j: %j", (name, words) => {
  const fault = faultOfName(name);
  if (words === null) expect(fault).toBeNull();
  else expect(fault).toContain(words);
});
