import { expect, test } from "vitest";
import {
  emptyPlaceholderInWords,
  fillPlaceholders,
  listEmptyPlaceholders,
  listUnknownPlaceholders,
  unknownPlaceholderInWords,
} from "~/registration/messages/placeholder";

const VALUES = {
  name: "Maya",
  offering: "Field science",
  "first session": "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST",
  place: "Example Hall",
  "claim by": null,
  contact: "Cora, cora@psesd.org",
};

// What is written, and what each person reads.
test.each([
  ["Dear {name}, see you at {place}.", "Dear Maya, see you at Example Hall."],
  ["{Name} and { first  session }", "Maya and Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PST"],
  ["{claim by} stays as it is written", "{claim by} stays as it is written"],
  ["{} and {nothing} stay", "{} and {nothing} stay"],
  ["no braces", "no braces"],
])("%s", (text, filled) => expect(fillPlaceholders(text, VALUES)).toBe(filled));

test("what is filled in is never filled in again", () => {
  expect(fillPlaceholders("{name}", { ...VALUES, name: "{place}" })).toBe("{place}");
});

test("what stands for nothing is named as it is written, once", () => {
  expect(listUnknownPlaceholders("{name} {Nmae} {Nmae} {constructor} {}")).toEqual(["{Nmae}", "{constructor}", "{}"]);
  expect(listUnknownPlaceholders("{ a brace\n over lines }")).toEqual([]);
  expect(unknownPlaceholderInWords(["{Nmae}"])).toMatch(/^\{Nmae\} stands for nothing/);
  expect(unknownPlaceholderInWords(["{a}", "{b}"])).toMatch(/^\{a\}, \{b\} stand for nothing/);
});

test("what an offering does not have is named", () => {
  expect(listEmptyPlaceholders(["{Claim by}", "{claim by} {name}"], VALUES)).toEqual(["claim by"]);
  expect(emptyPlaceholderInWords(["claim by"])).toContain("{claim by}");
});
