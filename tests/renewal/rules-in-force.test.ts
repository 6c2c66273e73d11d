import { expect, test } from "vitest";
import { tellLadderRules, tellRenewalRules } from "~/renewal/rules-in-force";
import { MINUTES_OF, TOPIC_RULES } from "~/renewal/renewal-rules";

const told = (today: string) =>
  tellRenewalRules(today).map(({ rule, says, isInForce }) => `${isInForce ? "" : "not "}${rule}: ${says}`);

test("N2 a topic is in force from its day on, and every row of the engine is told with its source", () => {
  const rows = Object.values(MINUTES_OF).reduce((sum, each) => sum + each.length, 0);
  expect(tellRenewalRules("2026-10-05")).toHaveLength(1 + TOPIC_RULES.length + rows);
  expect(tellRenewalRules("2026-10-05").every(({ source }) => source.length > 5)).toBe(true);
  const equity =
    "Equity: 15 hours for teacher, CTE teacher; 10 hours for principal, program administrator, superintendent, CTE director. Also met by a growth plan’s goal or a National Board certificate.";
  expect(told("2023-06-30")).toContain(`not ${equity}`);
  expect(told("2023-07-01")).toContain(equity);
});

test("N1 of a growth plan's worth the row of the day counts, and the others are told as such", () => {
  expect(told("2018-06-30").filter((each) => each.includes("growth plan:"))).toEqual([
    "A growth plan: Counts 30 hours",
    "not A growth plan: Counts 25 hours",
  ]);
  expect(told("2018-07-01").filter((each) => each.includes("growth plan:"))).toEqual([
    "not A growth plan: Counts 30 hours",
    "A growth plan: Counts 25 hours",
  ]);
  expect(told("2026-10-05")).toEqual(
    expect.arrayContaining([
      "A quarter credit: Counts 10 hours",
      "A National Board component: Counts 50 hours, at most 200 hours together",
    ]),
  );
});

test("N5 the ladder is told by the same rows", () => {
  const rules = tellLadderRules("2026-10-05").map(({ rule, says }) => `${rule}: ${says}`);
  expect(rules[0]).toContain("28 hours, at least 7 in person: FCS 01 Cultural identity 4, ");
  expect(rules).toEqual(
    expect.arrayContaining([
      "General certificate: 70 hours beyond that, 1 growth plan at most",
      "Advanced certificate: 75 hours beyond the general one, 3 growth plans at most",
      "General paraeducator certificate: Does not end",
      "Advanced paraeducator certificate: Valid for 5 years",
    ]),
  );
});
