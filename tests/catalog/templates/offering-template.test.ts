import { expect, test } from "vitest";
import { getOffering } from "~/catalog/offerings/offering.server";
import { newOfferingDraft, toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { beginWith, OFFERING_TEMPLATE_REFUSALS } from "~/catalog/templates/offering-template";
import {
  deleteOfferingTemplate,
  findOfferingTemplate,
  keepOfferingTemplate,
  listOfferingTemplates,
  renameOfferingTemplate,
} from "~/catalog/templates/offering-template.server";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeCourse, makeOffering, makePerson, psesd } from "../../support/factories";

function setUp() {
  const db = useTestDatabase();
  const ctx = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  const offering = makeOffering(db, { capacity: 25, values: { place: "Example Hall", priceCents: 4500 } });
  return { db, ctx, offering };
}

test("how an offering is set up is kept under a name, and a new one begins with it four weeks ahead at least", () => {
  const { db, ctx, offering } = setUp();
  const { id } = done(keepOfferingTemplate(ctx, { offeringId: offering.id, name: "A day in the hall" }));
  expect(listOfferingTemplates(ctx)).toMatchObject([{ name: "A day in the hall", place: "Example Hall", sessions: 1 }]);
  const { draft: template } = findOfferingTemplate(db, ctx, id)!;
  const began = beginWith(template, newOfferingDraft(db, makeCourse(db)), "2026-10-05");
  const original = toOfferingDraft(db, getOffering(db, offering.id));
  expect(began).toMatchObject({ place: "Example Hall", capacity: "25", price: "45.00" });
  const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
  const [session] = began.sessions;
  expect(session!.id).toBeUndefined();
  expect(session!.date > "2026-11-01").toBe(true);
  expect(weekday(session!.date)).toBe(weekday(original.sessions[0]!.date));
  expect(session).toMatchObject({ startTime: original.sessions[0]!.startTime, endTime: original.sessions[0]!.endTime });
});

test("hours for a designation are proposed where the course has it, and none are brought to a course without", () => {
  const { db } = setUp();
  const fresh = newOfferingDraft(db, makeCourse(db));
  const template = { ...fresh, designations: [{ designation: "STEM" as const, hours: "4" }] };
  expect(beginWith(template, { ...fresh, designations: [] }, "2026-10-05").designations).toEqual([]);
  const withStem = { ...fresh, designations: [{ designation: "STEM" as const, hours: "" }] };
  expect(beginWith(template, withStem, "2026-10-05").designations).toEqual([{ designation: "STEM", hours: "4" }]);
});

test("a name stands once with a provider; a template is renamed and deleted, and nobody else's is touched (P2)", () => {
  const { db, ctx, offering } = setUp();
  const { id } = done(keepOfferingTemplate(ctx, { offeringId: offering.id, name: "A day" }));
  expect(keepOfferingTemplate(ctx, { offeringId: offering.id, name: "A day" })).toMatchObject({ reason: "name-taken" });
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another-provider"] });
  expect(listOfferingTemplates(stranger)).toEqual([]);
  expect(keepOfferingTemplate(stranger, { offeringId: offering.id, name: "Mine" })).toMatchObject({
    reason: "unknown-offering",
  });
  expect(renameOfferingTemplate(stranger, { templateId: id, name: "Mine" })).toMatchObject({
    reason: "unknown-template",
  });
  expect(deleteOfferingTemplate(stranger, id)).toMatchObject({ reason: "unknown-template" });
  done(renameOfferingTemplate(ctx, { templateId: id, name: "A whole day" }));
  expect(listOfferingTemplates(ctx)).toMatchObject([{ name: "A whole day" }]);
  done(deleteOfferingTemplate(ctx, id));
  expect(listOfferingTemplates(ctx)).toEqual([]);
});

test("each refusal says what to do", () => {
  for (const words of Object.values(OFFERING_TEMPLATE_REFUSALS)) expect(words).toMatch(/\.$/);
});
