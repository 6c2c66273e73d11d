import { expect, test } from "vitest";
import { teamForm } from "~/desks/facilitator/team-form";

test("an address is taken as people type it", () => {
  expect(teamForm.parse({ intent: "add", email: "  Sue.Stitute@Test.Example " })).toEqual({
    intent: "add",
    email: "sue.stitute@test.example",
  });
});

test("a substitute needs an address, somebody to stand in for, and a reason", () => {
  const handed = { intent: "hand-over", instructorId: "1", email: "sue@test.example", reason: "Ill" };
  expect(teamForm.safeParse(handed).success).toBe(true);
  for (const name of ["instructorId", "email", "reason"])
    expect(teamForm.safeParse({ ...handed, [name]: "" }).success, name).toBe(false);
});
