import { expect, test } from "vitest";
import { audienceForm, audiencesForm } from "~/catalog/audiences/audience-form";
import { errorsOf } from "../../support/form";

test("an audience has a name, and means somebody", () => {
  expect(errorsOf(audiencesForm, { intent: "add-audience", name: " ", roleKinds: [] })).toEqual([
    "name: Enter the name.",
    "roleKinds: Choose at least one kind of work.",
  ]);
  expect(errorsOf(audienceForm, { intent: "save-audience", name: "Support staff", roleKinds: ["para"] })).toHaveLength(
    1,
  );
  expect(errorsOf(audienceForm, { intent: "save-audience", name: "Support staff", roleKinds: ["other"] })).toEqual([]);
});
