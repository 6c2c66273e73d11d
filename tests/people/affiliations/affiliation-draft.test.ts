import { expect, test } from "vitest";
import { toAffiliationDraft } from "~/people/affiliations/affiliation-draft";

test("a draft of a workplace holds what its form shows, and nothing of who confirmed it", () => {
  const shown = {
    organisationId: "kent",
    roleKind: "teacher" as const,
    title: null,
    employeeId: "00417",
    building: "Hilltop",
    fromDate: "2026-09-01",
    toDate: null,
  };
  expect(toAffiliationDraft({ ...shown, ...{ id: "a1", confirmedAt: 1 } })).toEqual(shown);
});
