import { expect, test } from "vitest";
import { reviewForm } from "~/hr/salary/review-form";
import { errorsOf } from "../../support/form";

const FORM = { intent: "review", credit: ["a"], verdict: "accepted", criterion: "b" };

test.each([
  [FORM, []],
  [{ ...FORM, verdict: "open", criterion: undefined }, []],
  [{ ...FORM, credit: undefined }, ["credit: Tick the rows that you mean."]],
  [{ ...FORM, criterion: undefined }, ["criterion: Say for which criterion it is accepted."]],
  [{ ...FORM, criterion: "h" }, ["criterion: Choose a criterion."]],
  [{ ...FORM, verdict: "declined" }, ["reason: Say why it is not accepted."]],
  [{ ...FORM, verdict: "declined", reason: " " }, ["reason: Say why it is not accepted."]],
  [{ ...FORM, verdict: "declined", reason: "No plan names it" }, []],
])("a review of %j", (values, errors) => {
  expect(errorsOf(reviewForm, values)).toEqual(errors);
});
