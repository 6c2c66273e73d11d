import { expect, test } from "vitest";
import { programAreaForm, programAreasForm } from "~/catalog/areas/program-area-form";
import { errorsOf } from "../../support/form";

test("an area has a name", () => {
  expect(errorsOf(programAreasForm, { intent: "add-area", name: " " })).toEqual(["name: Enter the name."]);
  expect(errorsOf(programAreasForm, { intent: "add-area", name: "Arts" })).toEqual([]);
  expect(errorsOf(programAreaForm, { intent: "rename" })).toEqual(["name: Enter the name."]);
});
