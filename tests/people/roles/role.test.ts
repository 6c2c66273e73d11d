import { expect, test } from "vitest";
import { canSearch, GRANT_SCOPES } from "~/people/roles/role";

test("P2 each role is held for the rows of one parent; only an administrator's is for all", () => {
  expect(GRANT_SCOPES).toEqual({
    admin: "system",
    coordinator: "provider",
    registrar: "provider",
    facilitator: "offering",
    assessor: "provider",
    hr: "organisation",
  });
});

test("P2 whoever is an assessor and nothing else looks nobody up", () => {
  expect([canSearch([]), canSearch(["assessor"]), canSearch(["assessor", "hr"]), canSearch(["admin"])]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
