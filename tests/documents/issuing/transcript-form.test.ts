import { expect, test } from "vitest";
import { transcriptForm } from "~/documents/issuing/transcript-form";
import { errorsOf } from "../../support/form";

test.each([
  [{}, []],
  [{ from: "2026-09-01", to: "2026-09-01", designation: "STEM" }, []],
  [{ from: "2026-09-01" }, []],
  [{ from: "2027-02-29" }, ["from: Enter a date that exists."]],
  [{ to: "999-08-31" }, ["to: Enter a date that exists."]],
  [{ from: "2026-09-02", to: "2026-09-01" }, ["to: The first day must not be after the last day."]],
])("a transcript of %j", (values, errors) => {
  expect(errorsOf(transcriptForm, values)).toEqual(errors);
});

test("a transcript of a designation that is none is refused", () => {
  expect(errorsOf(transcriptForm, { designation: "stem" })).toHaveLength(1);
});
