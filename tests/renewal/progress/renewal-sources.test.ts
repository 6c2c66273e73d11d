import { expect, test } from "vitest";
import type { Giver } from "~/catalog/providers/designation-permission";
import { barredTopics, toParaSource, toRenewalSource } from "~/renewal/progress/renewal-sources";
import { earned } from "./hours-samples";

const PARTNER: Giver = { kind: "partner", listings: [] };
const LISTED: Giver = {
  kind: "partner",
  listings: [{ designation: "EQUITY", fromDate: "2025-03-01", toDate: "2025-03-31" }],
};
const of = (...codes: string[]) => codes.map((code) => ({ code, minutes: 420 }));

test.each([
  ["a district office gives equity", { designations: of("EQUITY") }, [], of("EQUITY"), true],
  [
    "a partner that is not listed does not",
    { designations: of("EQUITY"), giver: PARTNER },
    ["EQUITY"],
    of("EQUITY"),
    false,
  ],
  ["a partner that is listed does", { designations: of("EQUITY"), giver: LISTED }, [], of("EQUITY"), true],
  [
    "listed on the first day counts, not on the last",
    { designations: of("EQUITY"), giver: LISTED, startedOn: "2025-02-28" },
    ["EQUITY"],
    of("EQUITY"),
    false,
  ],
  [
    "of several topics those count that the provider may give",
    { designations: of("EQUITY", "STEM"), giver: PARTNER },
    ["EQUITY"],
    of("STEM"),
    true,
  ],
  ["government-to-government takes a list from everybody", { designations: of("G2G") }, ["G2G"], of("G2G"), false],
  ["what is no topic of a renewal is not told to it", { designations: of("FCS-01"), giver: PARTNER }, [], [], true],
  ["of a provider that nothing is known of, all counts", { designations: of("G2G"), giver: null }, [], of("G2G"), true],
] as const)("A4 %s", (_title, changes, barred, designations, approvedForTopics) => {
  const hours = earned("a", changes);
  expect(barredTopics(hours)).toEqual(barred);
  expect(toRenewalSource(hours)).toMatchObject({ kind: "clock-hours", amount: 420, designations, approvedForTopics });
});

test.each([
  ["in-person", true],
  ["online", false],
  ["hybrid", false],
  [null, false],
] as const)("N5 hours of which people took part %s: in person %s", (modality, inPerson) => {
  const hours = earned("a", { modality, designations: of("FCS-01") });
  expect(toParaSource(hours)).toMatchObject({ inPerson, amount: 420, designations: of("FCS-01") });
});
