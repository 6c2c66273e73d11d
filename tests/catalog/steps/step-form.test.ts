import { expect, test } from "vitest";
import { newStepForm, stepsForm } from "~/catalog/steps/step-form";

const STEP = { intent: "add", kind: "link", title: "Watch", minutes: "30", link: "https://example.org" };

test.each([
  ["a step", {}, true],
  ["without a title", { title: " " }, false],
  ["minutes that are none", { minutes: "a while" }, false],
  ["minutes below nothing", { minutes: "-5" }, false],
  ["a link that leads out of the web", { link: "javascript:alert(1)" }, false],
  ["a date that is none", { dueAt: "2027-02-30T08:00" }, false],
  ["a reflection of no words", { leastWords: "0" }, false],
  ["thirty-one questions", { questions: Array.from({ length: 31 }, () => ({ text: "?" })) }, false],
  ["a right answer that no question has", { questions: [{ text: "?", answers: ["a"], right: "7" }] }, false],
])("%s", (_name, changes, fits) => {
  expect(newStepForm.safeParse({ ...STEP, ...changes }).success).toBe(fits);
});

test("the minutes of all steps come together, with the reason", () => {
  const posted = { intent: "minutes", sessionId: "s", steps: [{ id: "a", minutes: "45" }], reason: "As agreed" };
  expect(stepsForm.parse(posted)).toEqual({ ...posted, steps: [{ id: "a", minutes: 45 }] });
});
