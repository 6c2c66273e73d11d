import { expect, test } from "vitest";
import { toShownPlan } from "~/renewal/growth-plans/plan-shown";
import { written } from "./samples";

test("a plan is shown with its topics in words, without empty texts, and with who signed it", () => {
  const row = { ...written({ evidence: "" }), id: "a", year: 2025, state: "signed" as const };
  const shown = toShownPlan({ ...row, signedOn: "2026-06-01", reviewerName: "Thomas Okafor" }, [
    { id: "f", name: "a.pdf" },
  ]);
  expect(shown).toMatchObject({
    year: "2025–26",
    topics: ["Equity"],
    files: [{ id: "f", name: "a.pdf" }],
    signed: { by: "Thomas Okafor", on: "2026-06-01" },
  });
  expect(shown.texts.map(({ heading }) => heading)).toEqual(["Goals", "Standards", "Activities", "Reflection"]);
  expect(toShownPlan({ ...row, signedOn: null, reviewerName: null }, []).signed).toBeNull();
});
