import { expect, test } from "vitest";
import { offeringPeopleForm } from "~/desks/coordinator/people/people-form";
import { errorsOf } from "../../../support/form";

test("R6 every change of somebody's registration says why, for one and for many", () => {
  for (const intent of ["withdraw", "give-seat", "reinstate", "withdraw-chosen"]) {
    const values = { intent, registrationId: "0190", registration: ["0190"] };
    expect(errorsOf(offeringPeopleForm, { ...values, reason: " x " })).toEqual(["reason: Say why, in a few words."]);
    expect(errorsOf(offeringPeopleForm, { ...values, reason: "Snow" })).toEqual([]);
  }
});

test("people are moved to dates that were chosen", () => {
  const values = { intent: "transfer-chosen", registration: ["0190"], reason: "Snow" };
  expect(errorsOf(offeringPeopleForm, values)).toEqual(["toOfferingId: Choose the dates."]);
  expect(errorsOf(offeringPeopleForm, { ...values, toOfferingId: "0191" })).toEqual([]);
});

test("writing to people and inviting them asks for no reason", () => {
  for (const intent of ["write", "invite-chosen"])
    expect(errorsOf(offeringPeopleForm, { intent, matching: "1" })).toEqual([]);
});
