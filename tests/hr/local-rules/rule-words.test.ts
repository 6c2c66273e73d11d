import { expect, test } from "vitest";
import { cutoffInWords, ruleInWords } from "~/hr/local-rules/rule-words";
import { ruled } from "./sample-rules";

test("a rule is told in short lines, what it does not limit left out", () => {
  expect(ruleInWords(ruled({}))).toEqual(["Cut-off September 30", "Criteria a, b, c, d, e, f, g"]);
  const strict = ruled(
    {
      acceptedFrom: "2026-10-01",
      leastPerCourse: 180,
      mostPerYear: 0,
      criteria: ["a"],
      afterDegree: true,
      onceOnly: true,
    },
    { cutoff: "10-01" },
  );
  expect(ruleInWords(strict)).toEqual([
    "Cut-off October 1",
    "Completed on or after Thu, Oct 1, 2026",
    "At least 3 hours for a course",
    "At most 0 hours in a salary year",
    "Criteria a",
    "Only after the degree",
    "Once only",
  ]);
  expect(cutoffInWords("01-02")).toBe("January 2");
});
