import { expect, test } from "vitest";
import { toShownOutside } from "~/renewal/outside/outside-shown";
import { outside } from "./samples";

test("an entry is shown with its units, its topics and who vouches for it", () => {
  const row = {
    ...outside(),
    id: "a",
    state: "returned" as const,
    reason: "16 hours?",
    checker: "PSESD",
    issuer: null,
  };
  expect(toShownOutside(row)).toEqual({
    id: "a",
    title: "Teaching with place",
    providerName: "ESD 113",
    completedOn: "2026-02-04",
    amount: "6.5 clock hours",
    topics: "Equity 3",
    state: "returned",
    mark: "Self-reported",
    reason: "16 hours?",
  });
});
