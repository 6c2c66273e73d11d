import { expect, test } from "vitest";
import { refuse } from "~/platform/outcome";
import { refusedField } from "~/registration/seats/refusal";

test.each([
  [refuse("missing-answer" as const, { question: "0190" }), "answers.0190"],
  [refuse("no-supervisor" as const), "supervisorEmail"],
  [refuse("own-supervisor" as const), "supervisorEmail"],
  [refuse("full" as const), undefined],
])("a refusal stands at the field that it is about: %j", (refusal, field) => {
  expect(refusedField(refusal)).toBe(field);
});
