import { expect, test } from "vitest";
import { isNarrowed, readPublicFilters } from "~/desks/microcredentials/public-filters";

test("filters are read from the address; what makes no sense is left out", () => {
  const read = (query: string) => readPublicFilters(new URLSearchParams(query));
  expect(read("q=calm&area=equity&provider=p&audience=teachers&hours=with")).toEqual({
    words: "calm",
    area: "equity",
    provider: "p",
    audience: "teachers",
    hours: "with",
  });
  expect(read("area=&hours=many")).toEqual({ words: "", area: null, provider: null, audience: null, hours: null });
  expect(read(`q=${"x".repeat(500)}`).words).toHaveLength(200);
  expect([isNarrowed(read("q=+")), isNarrowed(read("hours=without"))]).toEqual([false, true]);
});
