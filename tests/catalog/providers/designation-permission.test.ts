import { expect, test } from "vitest";
import {
  givenByKind,
  type Listing,
  LISTED_DESIGNATIONS,
  mayGive,
  needsPublicObjectives,
} from "~/catalog/providers/designation-permission";
import type { Designation } from "~/catalog/courses/designation";
import type { OrganisationKind } from "~/people/roles/role";

const DAY = "2026-10-05";

// A4: designation, kind of the organization, listed from and to, whether it may give it on 5 October 2026.
test.each<[Designation, OrganisationKind, [string, string | null] | null, boolean]>([
  ["STEM", "partner", null, true],
  ["SUICIDE-PREVENTION", "charter", null, true],
  ["EQUITY", "esd", null, true],
  ["EQUITY", "district", null, true],
  ["EQUITY", "partner", null, false],
  ["EQUITY", "partner", ["2026-10-05", null], true],
  ["EQUITY", "partner", ["2026-10-06", null], false],
  ["EQUITY", "partner", ["2020-01-01", "2026-10-05"], true],
  ["EQUITY", "partner", ["2020-01-01", "2026-10-04"], false],
  ["LEADERSHIP", "charter", null, false],
  ["LEADERSHIP", "compact", ["2020-01-01", null], true],
  ["G2G", "esd", null, false],
  ["G2G", "district", ["2020-01-01", null], true],
])("A4 %s by a provider that is a(n) %s, listed %j: %s", (designation, kind, days, may) => {
  const listings: Listing[] = days ? [{ designation, fromDate: days[0], toDate: days[1] }] : [];
  expect(mayGive({ kind, listings }, designation, DAY)).toBe(may);
});

test("A4 being listed for one designation opens no other", () => {
  const listings = [{ designation: "EQUITY" as const, fromDate: "2020-01-01", toDate: null }];
  expect(mayGive({ kind: "partner", listings }, "G2G", DAY)).toBe(false);
});

test("A4 equity and leadership need public objectives; what a kind gives by itself is told", () => {
  expect(LISTED_DESIGNATIONS.filter(needsPublicObjectives)).toEqual(["EQUITY", "LEADERSHIP"]);
  expect(needsPublicObjectives("STEM")).toBe(false);
  expect([givenByKind("esd"), givenByKind("partner")]).toEqual(["Equity, Leadership (PSEL)", null]);
});
