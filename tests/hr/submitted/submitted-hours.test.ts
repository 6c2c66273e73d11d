import { expect, test } from "vitest";
import {
  canDecide,
  consentTo,
  isWithdrawable,
  refusedSubmittedField,
  saysTheSame,
  SUBMITTED_DECISIONS,
  SUBMITTED_STATES,
  type SubmittedFacts,
} from "~/hr/submitted/submitted-hours";

test("what waits is accepted, returned or withdrawn; what was accepted is taken back; what is not, accepted after all", () => {
  const may = SUBMITTED_STATES.map((state) => [
    state,
    SUBMITTED_DECISIONS.filter((decision) => canDecide(decision, state)),
    isWithdrawable(state),
  ]);
  expect(may).toEqual([
    ["sent", ["accept", "return"], true],
    ["accepted", ["take-back"], false],
    ["returned", ["accept"], false],
    ["taken-back", ["accept"], false],
    ["withdrawn", [], false],
  ]);
});

test("a row says the same whoever vouches for it, and not with other hours, days or words", () => {
  const row: SubmittedFacts = {
    ...{ title: "Place", givenBy: "ESD 113", completedOn: "2026-02-04" },
    ...{ amount: "6.5 clock hours", topics: "", mark: "Self-reported" },
  };
  expect(saysTheSame(row, { ...row, mark: "Signed by ESD 113" })).toBe(true);
  for (const fact of ["title", "givenBy", "completedOn", "amount", "topics"] as const)
    expect(saysTheSame(row, { ...row, [fact]: "x" })).toBe(false);
});

test("the consent names the district; a refusal stands at the field that it is about", () => {
  expect(consentTo("Highline")).toContain(
    "HR of Highline may see the hours that I ticked, with my name and certificate number",
  );
  expect(refusedSubmittedField("not-submittable")).toBe("row");
  expect(refusedSubmittedField("not-there")).toBe("organization");
  expect(refusedSubmittedField("is-decided")).toBeUndefined();
});
