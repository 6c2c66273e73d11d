import { expect, test } from "vitest";
import { changesBetween } from "~/platform/audit/changes";

test("a change names the columns that are not as before, with both values", () => {
  const before = { name: "Kent", toDate: null as string | null, tags: ["a"] };
  expect(changesBetween(before, { ...before })).toEqual({});
  expect(changesBetween(before, { name: "Kent", toDate: "2027-06-30", tags: ["a", "b"] })).toEqual({
    toDate: [null, "2027-06-30"],
    tags: [["a"], ["a", "b"]],
  });
});
