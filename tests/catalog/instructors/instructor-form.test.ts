import { expect, test } from "vitest";
import { instructorPageForm, newInstructorForm } from "~/catalog/instructors/instructor-form";
import { errorsOf } from "../../support/form";

test("an instructor has a name; address and qualifications may be missing", () => {
  expect(newInstructorForm.parse({ providerId: "p", name: " Ida Wells " })).toEqual({
    providerId: "p",
    name: "Ida Wells",
    email: null,
    qualifications: null,
  });
  expect(errorsOf(newInstructorForm, { name: " " })).toEqual([
    "providerId: Choose the provider.",
    "name: Enter the name.",
  ]);
  expect(errorsOf(instructorPageForm, { intent: "save-instructor", name: "Ida", email: "ida" })).toEqual([
    "email: Enter an email address like name@example.org.",
  ]);
  expect(instructorPageForm.parse({ intent: "save-instructor", name: "Ida", email: "Ida@Test.Example" })).toMatchObject(
    {
      email: "ida@test.example",
    },
  );
});
