import { expect, test } from "vitest";
import { isAddressFault, readDeliveryStatus } from "~/platform/mail/delivery-status";

test.each([
  ["5.1.1", true],
  ["5.1.10", true],
  ["5.2.1", true],
  ["5.2.2", true],
  ["5.4.4", true],
  ["5.0.0", true],
  ["5.3.4", false],
  ["5.6.1", false],
  ["5.7.1", false],
  ["4.2.2", false],
])("a refusal with %s is the address's fault: %s", (status, expected) => {
  expect(isAddressFault({ action: "failed", status, diagnostic: "" })).toBe(expected);
});

test("a delay is no fault, whatever its code", () => {
  expect(isAddressFault({ action: "delayed", status: "5.1.1", diagnostic: "" })).toBe(false);
});

test("fields that run over several lines are read whole", () => {
  const [status] = readDeliveryStatus(
    "Reporting-MTA: dns; a\n\nAction: failed\nStatus: 5.1.1 (bad)\nDiagnostic-Code: smtp; 550\n no\n",
  );
  expect(status).toEqual({ action: "failed", status: "5.1.1", diagnostic: "550 no" });
});
