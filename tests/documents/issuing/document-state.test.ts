import { expect, test } from "vitest";
import { stateOf } from "~/documents/issuing/document-state";

test.each([
  [null, null, "current"],
  [null, "a newer one", "superseded"],
  [0, null, "revoked"],
  [1_800_000_000_000, "a newer one", "revoked"],
])("D5 revoked at %j, superseded by %j: %s; revoked says more than superseded", (revokedAt, supersededById, state) => {
  expect(stateOf({ revokedAt, supersededById })).toBe(state);
});
