import { expect, test } from "vitest";
import { materialsForm } from "~/catalog/materials/material-form";
import { errorsOf } from "../../support/form";
import { pdfOf } from "../../support/sample-files";

test("a file may go without a title, a link may not", () => {
  const file = pdfOf("Hello");
  expect(materialsForm.parse({ intent: "add-file", audience: "seat", file })).toMatchObject({ title: null, file });
  expect(errorsOf(materialsForm, { intent: "add-link", audience: "seat", link: "https://a.example" })).toEqual([
    "title: Enter a title.",
  ]);
});

test.each([
  [{ intent: "add-file", audience: "seat" }, ["file: Choose a file."]],
  [{ intent: "add-file", audience: "nobody", file: pdfOf("x") }, ["audience: Choose for whom it is."]],
  [
    { intent: "add-link", audience: "everyone", title: "List" },
    ["link: Enter a web address that begins with https://."],
  ],
  [
    { intent: "add-link", audience: "everyone", title: "List", link: "javascript:alert(1)" },
    ["link: Enter a web address that begins with https://."],
  ],
  [
    { intent: "change", materialId: "m", audience: "seat", title: "x".repeat(121) },
    ["title: Use at most 120 characters."],
  ],
  [{ intent: "take-away", materialId: "m" }, []],
])("the page of materials posts %j", (values, errors) => {
  expect(errorsOf(materialsForm, values)).toEqual(errors);
});
