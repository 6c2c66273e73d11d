import { expect, test } from "vitest";
import { wordsOfEvent } from "~/people/affiliations/affiliation-history";
import type { Changes } from "~/platform/audit/changes";

const NAMES = new Map([["k", "Kent"]]);

test.each<[string, Changes, string]>([
  ["affiliation.added", {}, "Entered"],
  ["affiliation.disowned", {}, "Said not to be theirs"],
  ["affiliation.corrected", {}, "Vouched for as it stands"],
  ["affiliation.corrected", { toDate: [null, "2027-06-30"] }, "Corrected the last day from none to Wed, Jun 30, 2027"],
  ["affiliation.corrected", { organisationId: ["gone", "k"] }, "Corrected the organization from gone to Kent"],
  [
    "affiliation.corrected",
    { roleKind: ["teacher", "paraeducator"], employeeId: ["417", null] },
    "Corrected the role from Teacher to Paraeducator; employee ID from “417” to nothing",
  ],
  ["affiliation.something-new", {}, "affiliation.something-new"],
])("%s of %j is told as %s", (action, changes, words) => {
  expect(wordsOfEvent(action, changes, NAMES)).toBe(words);
});
