import { expect, test } from "vitest";
import { deskAt, desksOf, landingOf } from "~/desks/desk-plan";
import type { Grant } from "~/people/roles/grant.server";

const grants = (...roles: Grant["role"][]) => roles.map((role) => ({ role }) as Grant);

test.each([
  ["nobody's role", [], ["/desk"]],
  ["one role", grants("hr"), ["/work", "/desk", "/hr"]],
  ["a role for two providers", grants("registrar", "registrar"), ["/work", "/desk", "/registrar"]],
  [
    "every role, in the order of the desks",
    grants("admin", "hr", "registrar", "coordinator", "facilitator"),
    ["/work", "/desk", "/facilitator", "/coordinator", "/registrar", "/hr", "/admin"],
  ],
])("P2 a person has their own desk, one for each role, and as staff what waits: %s", (_what, held, addresses) => {
  expect(desksOf(held).map(({ to }) => to)).toEqual(addresses);
});

test.each([
  ["/desk", "My desk"],
  ["/hours", "My desk"],
  ["/registrations/0190", "My desk"],
  ["/hr", "HR"],
  ["/hr/cut-off", "HR"],
  ["/coordinator/offerings/0190/record", "Coordinator"],
  ["/admin/", "Administration"],
  ["/hrs", undefined],
  ["/administration", undefined],
  ["/", undefined],
  ["/catalog/hr", undefined],
])("the address %s belongs to the desk %s", (pathname, label) => {
  const all = ["/desk", "/facilitator", "/coordinator", "/registrar", "/hr", "/admin"];
  expect(deskAt(pathname, all)?.label).toBe(label);
});

test("a room of several desks belongs to the first one that somebody has", () => {
  expect(deskAt("/inbox/0190", ["/desk", "/coordinator", "/registrar"])?.label).toBe("Coordinator");
  expect(deskAt("/inbox", ["/desk", "/registrar"])?.label).toBe("Registrar");
  expect(deskAt("/inbox", ["/desk", "/hr"])).toBeNull();
});

test("staff begin where work waits, educators at their desk", () => {
  expect(landingOf([])).toBe("/desk");
  expect(landingOf([{ role: "hr", scopeId: "1" }])).toBe("/work");
});
