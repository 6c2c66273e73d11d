import { expect, test } from "vitest";
import { countNeeds } from "~/desks/coordinator/people/needs-summary";

test("what is said alike is counted once, most often first", () => {
  expect(countNeeds(["Vegetarian", "gluten-free", " vegetarian.", "VEGETARIAN", "Wheelchair  access", ""])).toEqual([
    { need: "Vegetarian", count: 3 },
    { need: "gluten-free", count: 1 },
    { need: "Wheelchair access", count: 1 },
  ]);
});
