import { expect, test } from "vitest";
import { allOf, assessorPageForm, newAssessorForm, readChosen } from "~/microcredentials/assessors/assessor-form";
import { errorsOf } from "../../support/form";

test("an assessor is named by an address, as it is kept", () => {
  expect(newAssessorForm.parse({ email: " Ada@Example.org " })).toEqual({ email: "ada@example.org", scopes: [] });
  expect(errorsOf(newAssessorForm, { email: "Ada" })).toEqual(["email: Enter an email address like name@example.org."]);
});

test("a choice is one micro-credential, or all of a provider", () => {
  expect(readChosen(["m1", allOf("p1"), "m2"])).toEqual({ providerIds: ["p1"], microcredentialIds: ["m1", "m2"] });
});

test("whoever has to practise on is told what to look at", () => {
  const sent = { shown: "calibrating", reason: " " };
  expect(errorsOf(assessorPageForm, { intent: "not-yet", ...sent })).toEqual(["reason: Say what they should look at."]);
  expect(errorsOf(assessorPageForm, { intent: "recalibrate", ...sent })).toEqual(["reason: Say why."]);
  expect(errorsOf(assessorPageForm, { intent: "admit", ...sent })).toEqual([]);
});
