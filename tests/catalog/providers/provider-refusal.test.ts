import { expect, test } from "vitest";
import { providerRefusalText } from "~/catalog/providers/provider-refusal";
import { refuse } from "~/platform/outcome";

test("a refusal says its figures and the field that it is about", () => {
  expect(providerRefusalText(refuse("provider-used", { uses: "2 courses" }))).toEqual({
    words: "This provider has 2 courses, so it stays on record.",
  });
  expect(providerRefusalText(refuse("holiday-known"))).toEqual({
    words: "That day is in the list already.",
    field: "date",
  });
});
