import { expect, test } from "vitest";
import { conflictIn, conflictOf } from "~/people/affiliations/affiliation-conflict";
import { refuse } from "~/platform/outcome";

test("an overlap names the entry that is in the way; any other refusal names none", () => {
  const detail = { affiliationId: "a1", organisation: "Kent", fromDate: "2024-09-01", toDate: "" };
  const conflict = { ...detail, toDate: null };
  expect(conflictOf(refuse("overlaps", detail))).toEqual(conflict);
  expect(conflictOf(refuse("overlaps", { ...detail, toDate: "2025-06-30" }))?.toDate).toBe("2025-06-30");
  expect(conflictOf(refuse("unknown-organisation", detail))).toBeNull();
  expect(conflictIn({ result: {}, conflict })).toBe(conflict);
  expect([conflictIn({ result: {} }), conflictIn(undefined)]).toEqual([null, null]);
});
