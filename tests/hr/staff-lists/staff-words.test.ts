import { expect, test } from "vitest";
import { applyInWords, changesInWords, countsInWords, happeningInWords } from "~/hr/staff-lists/staff-words";

const NOTHING = {
  effect: "none",
  matchedBy: null,
  input: null,
  changes: {},
  reason: null,
  isNewPerson: false,
} as const;
const INPUT = {
  organisationId: "o",
  roleKind: "teacher",
  title: null,
  employeeId: null,
  building: "Hilltop",
  fromDate: "2026-09-01",
  toDate: null,
} as const;

test("how a list turns out, in one line", () => {
  const counts = { new: 1_200, changed: 1, matched: 0, missing: 2, duplicate: 0, conflict: 0, bad: 3 };
  expect(countsInWords(counts)).toBe("1,200 new · 1 changed · 2 missing from the list · 3 cannot be read");
});

test("old and new, in words", () => {
  expect(changesInWords({ roleKind: ["teacher", "other"], toDate: [null, "2026-06-30"] })).toMatch(
    /^Role from Teacher to Other staff; last day from none to .*Jun 30, 2026$/,
  );
});

test("what happens to a line", () => {
  expect(happeningInWords({ ...NOTHING, fate: "new", effect: "start", input: INPUT, isNewPerson: true })).toEqual([
    expect.stringMatching(/^Teacher, Hilltop, from .*Sep 1, 2026\.$/) as string,
    "A record without an account.",
  ]);
  expect(happeningInWords({ ...NOTHING, fate: "matched", effect: "confirm", matchedBy: "email" })).toEqual([
    "What they entered themselves is confirmed.",
    "Recognized by the email address.",
  ]);
  expect(happeningInWords({ ...NOTHING, fate: "missing" })).toEqual(["Stays as it is."]);
  const ended = { ...INPUT, toDate: "2026-10-01" };
  expect(happeningInWords({ ...NOTHING, fate: "missing", effect: "end", input: ended })).toEqual([
    expect.stringMatching(/^Ends on .*Oct 1, 2026\.$/) as string,
  ]);
});

test("the button says what it does", () => {
  expect(applyInWords(3, 0)).toBe("Import 3 changes");
  expect(applyInWords(1, 2)).toBe("Import 1 change and leave 2 lines out");
});
