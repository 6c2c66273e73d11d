import { expect, test } from "vitest";
import { viewOf } from "~/desks/coordinator/offering-view";

test.each([
  ["", "overview"],
  ["?view=edit", "edit"],
  ["?view=Edit", "overview"],
  ["?view=", "overview"],
])("an offering's page%s shows its %s", (search, view) => {
  expect(viewOf(`http://hourbook.test/coordinator/offerings/1${search}`)).toBe(view);
});
