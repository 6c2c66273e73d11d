import { expect, test } from "vitest";
import { addQuestion, listQuestions } from "~/catalog/courses/question.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { newOfferingDraft, toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { beginCourse, beginningIn, findBeginning } from "~/catalog/templates/begin-course.server";
import { beginWith } from "~/catalog/templates/offering-template";
import {
  deleteTemplate,
  findCourseTemplate,
  findOfferingTemplate,
  keepTemplate,
  listTemplates,
  renameTemplate,
} from "~/catalog/templates/template.server";
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
  const { id } = done(keepTemplate(ctx, { kind: "offering", originalId: offering.id, name: "A day in the hall" }));
  expect(listTemplates(ctx)).toMatchObject([{ name: "A day in the hall", holds: "1 session, Example Hall" }]);
  const template = findOfferingTemplate(db, ctx, id)!;
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

test("a name stands once with a provider; a template is renamed and deleted, and nobody else's is touched (P2)", () => {
  const { db, ctx, offering } = setUp();
  const { id } = done(keepTemplate(ctx, { kind: "offering", originalId: offering.id, name: "A day" }));
  expect(keepTemplate(ctx, { kind: "offering", originalId: offering.id, name: "A day" })).toMatchObject({
    reason: "name-taken",
  });
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another-provider"] });
  expect(listTemplates(stranger)).toEqual([]);
  expect(keepTemplate(stranger, { kind: "offering", originalId: offering.id, name: "Mine" })).toMatchObject({
    reason: "unknown-original",
  });
  expect(renameTemplate(stranger, { templateId: id, name: "Mine" })).toMatchObject({
    reason: "unknown-template",
  });
  expect(deleteTemplate(stranger, id)).toMatchObject({ reason: "unknown-template" });
  done(renameTemplate(ctx, { templateId: id, name: "A whole day" }));
  expect(listTemplates(ctx)).toMatchObject([{ name: "A whole day" }]);
  done(deleteTemplate(ctx, id));
  expect(listTemplates(ctx)).toEqual([]);
});

test("what a course says and asks is kept under a name, and a new one begins with both", () => {
  const { db, ctx } = setUp();
  const courseId = makeCourse(db, { title: "Number talks" });
  const question = { kind: "choice" as const, prompt: "Which grade?", choices: ["K", "1"], required: true };
  done(addQuestion(ctx, { courseId, ...question }));
  const { id } = done(keepTemplate(ctx, { kind: "course", originalId: courseId, name: "A day" }));
  expect(listTemplates(ctx, "course")).toMatchObject([{ name: "A day", holds: "Number talks, 1 question" }]);
  expect(listTemplates(ctx, "offering")).toEqual([]);
  expect(findOfferingTemplate(db, ctx, id)).toBeNull();
  expect(findCourseTemplate(db, ctx, id)).toMatchObject({ course: { title: "Number talks" }, questions: [question] });
  const input = {
    programArea: "science",
    title: "New",
    summary: "S",
    description: "D",
    objectives: ["o"],
    standards: "N",
  };
  const begin = (query: string) =>
    done(
      beginCourse(
        ctx,
        { ...input, designations: [], audiences: ["teacher"], providerId: psesd(db).id },
        beginningIn(new URLSearchParams(query)),
      ),
    ).id;
  for (const query of [`template=${id}`, `copy=${courseId}`])
    expect(listQuestions(db, begin(query))).toMatchObject([question]);
  expect(listQuestions(db, begin(""))).toEqual([]);
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another-provider"] });
  for (const query of [`template=${id}`, `copy=${courseId}`])
    expect(findBeginning(db, stranger, beginningIn(new URLSearchParams(query)))).toBeNull();
  expect(keepTemplate(stranger, { kind: "course", originalId: courseId, name: "Mine" })).toMatchObject({
    reason: "unknown-original",
  });
  // An offering's template may have the name of a course's.
  const offering = makeOffering(db);
  done(keepTemplate(ctx, { kind: "offering", originalId: offering.id, name: "A day" }));
});
