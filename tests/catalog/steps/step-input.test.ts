import { expect, test } from "vitest";
import { toStepContent } from "~/catalog/steps/step-input";
import { newStepForm } from "~/catalog/steps/step-form";
import { at, ZONE } from "../../support/clock";

const parse = (fields: object) =>
  newStepForm.parse({ intent: "add", kind: "quiz", title: "Check", minutes: "30", ...fields });

test("what nobody wrote is dropped, and the right answer stays with its answer", () => {
  const form = parse({
    passingScore: "1",
    questions: [
      { text: "Which?", answers: ["", "First", "", "Second"], right: "3", why: "Because." },
      { text: "", answers: ["", ""] },
      { text: "No mark", answers: ["a", "b"], right: "4" },
    ],
  });
  expect(toStepContent("quiz", form, ZONE).questions).toEqual([
    { text: "Which?", answers: ["First", "Second"], right: 1, why: "Because." },
    { text: "No mark", answers: ["a", "b"], right: -1, why: null },
  ]);
});

test("a kind keeps what it has, and dates are wall times of the session's zone", () => {
  const form = parse({ dueAt: "2027-03-14T23:59", link: "https://example.org/a", leastWords: "100", isRead: "on" });
  const times = { opensAt: null, dueAt: at("2027-03-14T23:59") };
  expect(toStepContent("link", form, ZONE)).toMatchObject({
    ...times,
    link: "https://example.org/a",
    leastWords: null,
  });
  expect(toStepContent("reflection", form, ZONE)).toMatchObject({ leastWords: 100, isRead: true, questions: null });
  expect(toStepContent("quiz", form, ZONE)).toMatchObject({
    link: null,
    isRead: false,
    passingScore: 0,
    questions: [],
  });
});
