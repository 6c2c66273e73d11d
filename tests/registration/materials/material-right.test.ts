import { expect, test } from "vitest";
import { canReadMaterial } from "~/registration/materials/material-right";
import { REGISTRATION_STATUSES } from "~/registration/seats/status";

test("what is for those with a seat is for those who are registered, attended or attended in part", () => {
  const may = REGISTRATION_STATUSES.filter((status) =>
    canReadMaterial("seat", { isPublic: true }, { isStaff: false, status }),
  );
  expect(may).toEqual(["registered", "attended", "partial"]);
  expect(canReadMaterial("seat", { isPublic: true }, { isStaff: false, status: null })).toBe(false);
});

test("what is for everyone is so once the offering is public; staff read all of it before", () => {
  const visitor = { isStaff: false, status: null };
  expect(canReadMaterial("everyone", { isPublic: true }, visitor)).toBe(true);
  expect(canReadMaterial("everyone", { isPublic: false }, visitor)).toBe(false);
  expect(canReadMaterial("seat", { isPublic: false }, { isStaff: true, status: null })).toBe(true);
});
