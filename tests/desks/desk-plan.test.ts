import { expect, test } from "vitest";
import { deskAt, desksOf, landingOf, roomAt } from "~/desks/desk-plan";
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
  ["/join/0190", "My desk"],
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

test.each([
  ["/coordinator", "/coordinator"],
  ["/coordinator/offerings/0190/people", "/coordinator"],
  ["/coordinator/courses/new", "/coordinator/courses"],
  ["/coordinator/assessors", "/coordinator/microcredentials"],
  ["/coordinator/portfolios", "/coordinator/microcredentials"],
  ["/coordinator/offering-templates", "/coordinator/templates"],
  ["/facilitator/sessions/0190", "/facilitator"],
  ["/facilitator/walk-ins/0190", "/facilitator/offerings"],
  ["/facilitator/offerings/0190/team", "/facilitator/offerings"],
  ["/claims/0190", "/hours"],
  ["/credits/0190/documents", "/hours"],
  ["/documents/0190", "/transcript"],
  ["/portfolios/awards/0190", "/portfolios"],
  ["/hr/exports/0190", "/hr/export"],
  ["/hr/people/0190", "/hr"],
  ["/inbox/0190", "/inbox"],
])("every page of a desk stands in one of its rooms: %s in %s", (pathname, room) => {
  const all = ["/desk", "/facilitator", "/coordinator", "/registrar", "/hr", "/admin"];
  const desk = deskAt(pathname, all)!;
  expect(roomAt(pathname, desk)).toBe(room);
});
