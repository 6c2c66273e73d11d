import { expect, test } from "vitest";
import { addressWithAll, asksForAll } from "~/ui/lists/show-all";

test("a page shows more of one of its lists, and what else its address asks for stays", () => {
  const search = new URLSearchParams("view=activity&q=a%26b");
  expect(asksForAll(search, "readers")).toBe(false);
  const more = new URLSearchParams(addressWithAll(search, "readers"));
  expect([...more]).toEqual([
    ["view", "activity"],
    ["q", "a&b"],
    ["readers", "all"],
  ]);
  expect([asksForAll(more, "readers"), asksForAll(more, "messages")]).toEqual([true, false]);
});
