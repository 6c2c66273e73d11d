import { expect, test } from "vitest";
import {
  answerOf,
  changeWithin,
  explainRequirement,
  gapInWords,
  leastMissing,
  listed,
  reasonInWords,
  topicInWords,
} from "~/renewal/progress/requirement-words";
import type { NotCountedReason, Requirement } from "~/renewal/renewal";

const need = (code: Requirement["code"], haveMinutes: number, needMinutes: number, by: Requirement["by"] = null) => ({
  code,
  needMinutes,
  haveMinutes,
  met: by !== null || haveMinutes >= needMinutes,
  by: by ?? (haveMinutes >= needMinutes ? ("hours" as const) : null),
  sources: [],
});
const total = (haveMinutes: number) => need("TOTAL", haveMinutes, 6000);

test.each([
  [[total(5250), need("EQUITY", 720, 900)], "You need 12.5 more hours by June 30, 2028, 3 of them in equity.", 750],
  [[total(5250)], "You need 12.5 more hours by June 30, 2028.", 750],
  [[total(5940)], "You need 1 more hour by June 30, 2028.", 60],
  [
    [total(0), need("EQUITY", 0, 600), need("LEADERSHIP", 0, 600), need("G2G", 0, 300)],
    "You need 100 more hours by June 30, 2028, 10 of them in equity, 10 in leadership and 5 in government-to-government relations.",
    6000,
  ],
  [[total(6100), need("EQUITY", 720, 900)], "You need 3 more hours in equity by June 30, 2028.", 180],
  [[total(5940), need("EQUITY", 720, 900)], "You need 3 more hours in equity by June 30, 2028.", 180],
  [
    [total(6000), need("STEM", 840, 900), need("SUICIDE-PREVENTION", 0, 180)],
    "You need 1 more hour in STEM and 3 in suicide prevention by June 30, 2028.",
    180,
  ],
  [[total(6000), need("EQUITY", 0, 900, "national-board")], "You have what it takes to renew by June 30, 2028.", 0],
] as const)("the first line, %#", (requirements, answer, least) => {
  expect(answerOf(requirements, "2028-06-30", "2026-10-05")).toBe(answer);
  expect(leastMissing(requirements)).toBe(least);
});

test("once the last day is over, the first line says so", () => {
  const short = answerOf([total(5250)], "2026-06-30", "2026-10-05");
  expect(short).toBe("The last day was June 30, 2026. You need 12.5 more hours to renew now.");
  expect(answerOf([total(6000)], "2026-06-30", "2026-10-05")).toContain("You have the hours to renew now.");
  expect(answerOf([total(6000)], "2026-10-05", "2026-10-05")).toBe(
    "You have what it takes to renew by October 5, 2026.",
  );
  expect(gapInWords([total(6000)])).toBeNull();
});

test.each([
  [need("EQUITY", 900, 900), "Met by hours"],
  [need("EQUITY", 0, 900, "pgp"), "Met by the goal of a growth plan"],
  [need("EQUITY", 0, 900, "national-board"), "Met by the National Board certificate"],
  [
    need("EQUITY", 720, 900),
    "3 missing. Also met by a growth plan with this goal or a valid National Board certificate.",
  ],
  [need("LEADERSHIP", 0, 600), "10 missing. Also met by a growth plan with this goal."],
  [need("G2G", 0, 300), "5 missing. Met by hours alone."],
  [total(0), "100 missing."],
])("N3 how %j is met", (requirement, words) => {
  expect(explainRequirement(requirement)).toBe(words);
});

test.each([
  ["EQUITY", "2022-07-01", "2027-06-30", "New in your cycle: asked for since July 1, 2023 (RCW 28A.410.277)."],
  ["EQUITY", "2023-07-01", "2028-06-30", null],
  ["STEM", "2022-07-01", "2027-06-30", null],
  ["TOTAL", "2022-07-01", "2027-06-30", null],
] as const)("N2 what began within the cycle: %s, %s to %s", (code, from, to, words) => {
  expect(changeWithin(code, { from, to })).toBe(words);
});

test.each([
  ["before-window", "Before the day of issue, July 1, 2023: hours do not carry over from one cycle to the next."],
  ["after-application", "After the last day, June 30, 2028: they would count for the next cycle."],
  ["same-pgp-year", "Another growth plan of the same year, July to June, counts: one a year does."],
  ["topic-provider-not-approved", "Not to equity and leadership: Acme was not on the state’s list for it."],
] satisfies [NotCountedReason, string][])("why not: %s", (reason, words) => {
  const window = { from: "2023-07-01", to: "2028-06-30" };
  expect(reasonInWords(reason, { window, provider: "Acme", topics: ["EQUITY", "LEADERSHIP"] })).toBe(words);
});

test("several things make a sentence, and what is no topic keeps its code", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([topicInWords("STEM"), topicInWords("FCS-01")]).toEqual(["STEM", "FCS-01"]);
});
