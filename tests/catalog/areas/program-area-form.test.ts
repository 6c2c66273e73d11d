import { expect, test } from "vitest";
import { codeOfName, programAreaForm, programAreasForm } from "~/catalog/areas/program-area-form";
import { errorsOf } from "../../support/form";

test.each([
  ["Early learning & care", "early-learning-care"],
  ["  École d’été ", "ecole-d-ete"],
  ["日本語", "area"],
  ["x".repeat(60), "x".repeat(40)],
])("the code of %s is made of its name", (name, code) => {
  expect(codeOfName(name)).toBe(code);
});

test("an area has a name", () => {
  expect(errorsOf(programAreasForm, { intent: "add-area", name: " " })).toEqual(["name: Enter the name."]);
  expect(errorsOf(programAreasForm, { intent: "add-area", name: "Arts" })).toEqual([]);
  expect(errorsOf(programAreaForm, { intent: "rename" })).toEqual(["name: Enter the name."]);
});
