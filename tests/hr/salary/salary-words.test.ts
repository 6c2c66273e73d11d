import { expect, test } from "vitest";
import { countdownInWords, criterionInWords, verdictInWords } from "~/hr/salary/salary-words";

test.each([
  [12, "12 days until the cut-off, Thu, Sep 30, 2027"],
  [1, "1 day until the cut-off, Thu, Sep 30, 2027"],
  [0, "The cut-off is today, Thu, Sep 30, 2027"],
  [-1, "The cut-off was Thu, Sep 30, 2027"],
])("S2 %i days before the cut-off", (days, words) => {
  expect(countdownInWords("2027-09-30", days)).toBe(words);
});

test("a review says what it came to, for what and why", () => {
  expect([
    verdictInWords({ verdict: "open", criterion: null, reason: null }),
    verdictInWords({ verdict: "accepted", criterion: "b", reason: null }),
    verdictInWords({ verdict: "declined", criterion: null, reason: "Paid by the district" }),
  ]).toEqual(["To review", "Accepted, criterion b", "Not accepted: Paid by the district"]);
  expect(criterionInWords("c")).toBe("c. An endorsement");
});
