import { expect, test } from "vitest";
import { personStepForm } from "~/attendance/reading/person-step-form";

test.each([
  ["accepted without a word", { intent: "accept", number: "1" }, true],
  ["returned with words", { intent: "return", number: "1", answer: "Say more." }, true],
  ["returned without a word", { intent: "return", number: "1", answer: " " }, false],
  ["recorded now", { intent: "record", reason: "On paper" }, true],
  ["recorded at a moment that is none", { intent: "record", at: "2027-02-30T08:00", reason: "On paper" }, false],
  ["recorded without a reason", { intent: "record" }, false],
  ["undone without a reason", { intent: "undo", reason: "" }, false],
])("%s", (_name, fields, fits) => {
  expect(personStepForm.safeParse(fields).success).toBe(fits);
});
