import { expect, test } from "vitest";
import { allInWords } from "~/microcredentials/assessors/assessor-words";

test("all of a provider's is said with its name", () => {
  expect(allInWords("PSESD")).toBe("All micro-credentials of PSESD");
});
