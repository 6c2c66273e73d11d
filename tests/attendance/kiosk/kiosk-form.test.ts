import { expect, test } from "vitest";
import { kioskDeskForm, kioskForm, leaveForm } from "~/attendance/kiosk/kiosk-form";
import { errorsOf } from "../../support/form";

test.each([
  ["4071", "4071", []],
  ["407", "407", ["pin: Use 4 to 8 digits."]],
  ["40x1", "40x1", ["pin: Use 4 to 8 digits."]],
  ["407140714", "407140714", ["pin: Use 4 to 8 digits."]],
  ["1234", "1234", ["pin: Everybody would try this one first. Choose another."]],
  ["4071", "4072", ["pinAgain: This is not the same PIN."]],
])("a PIN of %s and %s is answered %j", (pin, pinAgain, errors) => {
  expect(errorsOf(kioskDeskForm, { intent: "start", pin, pinAgain })).toEqual(errors);
});

test("a kiosk's own forms take what its page sends", () => {
  expect(errorsOf(kioskForm, { intent: "find", typed: "may", nonce: "12345678" })).toEqual([]);
  expect(errorsOf(kioskForm, { intent: "in", personId: "x", nonce: "12345678" })).toEqual([]);
  expect(errorsOf(leaveForm, {})).toEqual(["pin: Type a PIN."]);
});
