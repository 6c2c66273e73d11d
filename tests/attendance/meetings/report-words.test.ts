import { expect, test } from "vitest";
import {
  countDue,
  linesInWords,
  markLabel,
  readingInWords,
  stretchesInWords,
  wordInWords,
} from "~/attendance/meetings/report-words";
import { at, ZONE } from "../../support/clock";

test("how a report was read stands in a sentence", () => {
  expect(readingInWords("teams", "day-first")).toBe("Read as a report of Microsoft Teams, dates with the day first");
  expect(readingInWords("google-meet", "none")).toBe("Read as a report of Google Meet, no dates of its own");
});

test.each([
  [[], ""],
  [[4], "line 4"],
  [[4, 9], "lines 4, 9"],
  [[1, 2, 3, 4, 5, 6], "lines 1, 2, 3, 4 and 2 more"],
])("lines %j are %j", (lines, words) => {
  expect(linesInWords(lines)).toBe(words);
});

const person = (changes: object) => ({
  ...{
    personId: "a",
    name: "A",
    as: [],
    lines: [],
    intervals: [],
    minutes: 60,
    isMarked: false,
    isAddition: false,
    needsWord: null,
  },
  ...changes,
});

test("the button says how many it marks for sure, and that the ticked come with them", () => {
  const due = countDue([
    person({}),
    person({ needsWord: "total" }),
    person({ isMarked: true }),
    person({ minutes: 0 }),
  ]);
  expect(due).toEqual({ sure: 1, withWord: 1 });
  expect(markLabel(1, 1)).toBe("Mark 1 person, and whoever is ticked");
  expect(markLabel(2, 0)).toBe("Mark 2 people");
  expect(markLabel(0, 3)).toBe("Mark whoever is ticked");
});

test("stretches are told by the session's clock", () => {
  const stretches = [{ from: at("2027-03-09T08:00"), to: at("2027-03-09T09:30") }];
  expect(stretchesInWords(stretches, ZONE)).toMatch(/8:00.*9:30/);
});

test("a tick says what is not known", () => {
  expect(wordInWords({ needsWord: "duration", isAddition: false })).toMatch(/away for a part/);
  expect(wordInWords({ needsWord: "total", isAddition: false })).toMatch(/^Only a total is known: /);
  expect(wordInWords({ needsWord: "total", isAddition: true })).toMatch(/on top$/);
});
