import { expect, test } from "vitest";
import { newOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { beginWith } from "~/catalog/templates/offering-template";
import { useTestDatabase } from "../../support/database";
import { makeCourse } from "../../support/factories";

test("hours for a designation are proposed where the course has it, and none are brought to a course without", () => {
  const db = useTestDatabase();
  const fresh = newOfferingDraft(db, makeCourse(db));
  const template = { ...fresh, designations: [{ designation: "STEM" as const, hours: "4" }] };
  expect(beginWith(template, { ...fresh, designations: [] }, "2026-10-05").designations).toEqual([]);
  const withStem = { ...fresh, designations: [{ designation: "STEM" as const, hours: "" }] };
  expect(beginWith(template, withStem, "2026-10-05").designations).toEqual([{ designation: "STEM", hours: "4" }]);
});
