import { expect, test } from "vitest";
import { isOffered, isRequested } from "~/registration/seats/held-seat";

test("R1 a seat is offered, or held for a supervisor, until an instant", () => {
  expect(isOffered({ status: "offered", offerExpiresAt: 1 })).toBe(true);
  expect(isOffered({ status: "offered", offerExpiresAt: null })).toBe(false);
  expect(isOffered({ status: "registered", offerExpiresAt: 1 })).toBe(false);
  expect(isRequested({ status: "requested", requestExpiresAt: 1 })).toBe(true);
  expect(isRequested({ status: "requested", requestExpiresAt: null })).toBe(false);
  expect(isRequested({ status: "offered", requestExpiresAt: 1 })).toBe(false);
});
