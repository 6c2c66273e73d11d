import { expect, test } from "vitest";
import { nudgeForm } from "~/hr/salary/nudge-form";

test("somebody is ticked, or all whom the address shows are meant", () => {
  const read = (values: object) => nudgeForm.safeParse({ intent: "nudge", ...values });
  expect(read({ person: "a" }).data?.person).toEqual(["a"]);
  expect(read({ matching: "1" }).success).toBe(true);
  expect(read({}).error?.issues[0]?.message).toBe("Tick whom you want to remind.");
});
