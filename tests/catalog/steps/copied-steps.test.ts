import { expect, test } from "vitest";
import { createOffering, getOffering } from "~/catalog/offerings/offering.server";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { findTemplateOriginal, keepTemplate } from "~/catalog/templates/template.server";
import { addStep, changeStep, moveStepUp, removeStep, setStepMinutes } from "~/attendance/planning/plan-steps.server";
import { completeLink } from "~/attendance/steps/do-step.server";
import { approveOffering } from "~/desks/coordinator/approve-offering.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import { listPlanChanges } from "~/catalog/approval/approved-plan.server";
import { listWholeSteps } from "~/catalog/steps/step.server";
import { newStepForm } from "~/catalog/steps/step-form";
import { at, DAY, TEST_NOW } from "../../support/clock";
import { actingAs } from "../../support/database";
import { done } from "../../support/done";
import { give, makeCourse, makePerson, psesd } from "../../support/factories";
import { makeOwnTime, reasonOf } from "../../support/steps/own-time";

const PLAN = {
  modality: "online",
  place: "Online",
  capacity: 30,
  priceCents: 0,
  instructors: [],
  designations: [],
} as const;
const APRIL = { date: "2027-04-01", startTime: "08:00", endTime: "23:59", pauses: [], lastDate: "2027-04-30" };
const step = (changes: object = {}) => {
  const fields = {
    intent: "add",
    kind: "link",
    title: "Watch",
    minutes: "60",
    link: "https://example.org",
    ...changes,
  };
  const { intent: _intent, ...form } = newStepForm.parse(fields);
  return form;
};

function makeDraft(ownMinutes = 120) {
  const world = makeOwnTime(1);
  const { db } = world;
  const coordinator = makePerson(db);
  const provider = psesd(db).id;
  give(db, coordinator, "coordinator", provider);
  const ctx = { ...actingAs(db, coordinator, { now: TEST_NOW }), scopeIds: [provider] };
  const draft = (more: object = {}) => ({
    ...PLAN,
    instructors: [],
    designations: [],
    sessions: [{ ...APRIL, ownMinutes }],
    ...more,
  });
  const { id } = done(createOffering(ctx, { ...draft(), courseId: makeCourse(db) }));
  const sessionId = listSessions(db, id)[0]!.id;
  return { ...world, ctx, id, sessionId, draft };
}

test("a draft's steps may hold fewer minutes, never more; approved, they add up and go on adding up", () => {
  const { db, ctx, id, sessionId } = makeDraft();
  done(addStep(ctx, { ...step(), sessionId }));
  expect(reasonOf(approveOffering(ctx, { offeringId: id, committeeMetOn: "2026-10-01" }))).toBe("steps-do-not-add-up");
  expect(reasonOf(addStep(ctx, { ...step({ minutes: "90" }), sessionId }))).toBe("minutes-over");
  expect(reasonOf(addStep(ctx, { ...step({ dueAt: "2027-05-01T08:00" }), sessionId }))).toBe("outside-session");
  const second = done(addStep(ctx, { ...step({ title: "Read" }), sessionId }));
  done(approveOffering(ctx, { offeringId: id, committeeMetOn: "2026-10-01" }));
  expect(reasonOf(addStep(ctx, { ...step({ reason: "More" }), sessionId }))).toBe("minutes-do-not-add-up");
  expect(reasonOf(addStep(ctx, { ...step({ minutes: "0" }), sessionId }))).toBe("no-reason");
  expect(listWholeSteps(db, id)).toHaveLength(2);
  done(addStep(ctx, { ...step({ minutes: "0", title: "Look", reason: "As people asked" }), sessionId }));
  const minutes = (...each: number[]) => ({
    sessionId,
    steps: listWholeSteps(db, id).map((row, index) => ({ id: row.id, minutes: each[index]! })),
    reason: "Shorter film",
  });
  expect(reasonOf(setStepMinutes(ctx, minutes(50, 60, 5)))).toBe("minutes-do-not-add-up");
  done(setStepMinutes(ctx, minutes(50, 60, 10)));
  expect(reasonOf(removeStep(ctx, { stepId: second.id, reason: "Gone" }))).toBe("has-minutes");
  done(moveStepUp(ctx, second.id));
  expect(listWholeSteps(db, id).map(({ title }) => title)).toEqual(["Read", "Watch", "Look"]);
  expect(listPlanChanges(db, id).map(({ reason, changes }) => [reason, changes.map(({ part }) => part)])).toEqual([
    ["As people asked", ["steps"]],
    ["Shorter film", ["steps"]],
  ]);
});

test("a step that somebody has worked on stays; its words can change, with a reason", () => {
  const { link, learners, on, staff, db, offering } = makeOwnTime(1);
  done(completeLink(on("2027-03-02T08:00")(learners[0]!), link));
  const ctx = staff("2027-03-03T08:00");
  expect(reasonOf(removeStep(ctx, { stepId: link, reason: "Gone" }))).toBe("has-work");
  const { kind: _kind, minutes: _minutes, ...form } = step({ title: "Watch all of it" });
  expect(reasonOf(changeStep(ctx, { ...form, stepId: link }))).toBe("no-reason");
  done(changeStep(ctx, { ...form, stepId: link, reason: "It was cut" }));
  expect(listWholeSteps(db, offering.id)[0]!.title).toBe("Watch all of it");
  expect(reasonOf(changeStep(staff("2027-04-02T08:00"), { ...form, stepId: link, reason: "Late" }))).toBe(
    "session-over",
  );
});

test("copies and templates bring the steps along, their dates moved with the opening (H5)", () => {
  const { db, ctx, id, sessionId, draft } = makeDraft();
  done(addStep(ctx, { ...step({ dueAt: "2027-04-10T17:00" }), sessionId }));
  const { id: templateId } = done(keepTemplate(ctx, { kind: "offering", originalId: id, name: "Own time" }));
  expect(findTemplateOriginal(db, ctx, templateId)).toBe(id);
  const { courseId } = getOffering(db, id);
  const november = { sessions: [{ ...APRIL, date: "2027-11-01", lastDate: "2027-11-30", ownMinutes: 120 }] };
  for (const from of [{ copyOf: id }, { stepsOf: id }]) {
    const copy = done(createOffering(ctx, { ...draft(november), courseId, ...from }));
    expect(listWholeSteps(db, copy.id)).toMatchObject([{ title: "Watch", minutes: 60, dueAt: at("2027-11-10T17:00") }]);
  }
});

test("a session with steps stays one on people's own time, and may stay open longer once it is open", () => {
  const { db, ctx, id, sessionId, draft } = makeDraft(60);
  done(addStep(ctx, { ...step(), sessionId }));
  const save = (session: object, now = ctx.now) =>
    updateOffering(
      { ...ctx, now },
      {
        ...draft({ sessions: [{ ...APRIL, id: sessionId, ownMinutes: 60, ...session }] }),
        offeringId: id,
        reason: "Asked",
      },
    );
  expect(reasonOf(save({ ownMinutes: undefined, lastDate: undefined }))).toBe("session-has-steps");
  expect(reasonOf(save({ ownMinutes: 30 }))).toBe("session-has-steps");
  done(approveOffering(ctx, { offeringId: id, committeeMetOn: "2026-10-01" }));
  expect(reasonOf(save({ ownMinutes: 120 }))).toBe("session-has-steps");
  const open = at("2027-04-01T08:00") + 2 * DAY;
  expect(reasonOf(save({ lastDate: "2027-04-20" }, open))).toBe("session-begun");
  done(save({ lastDate: "2027-05-07" }, open));
  expect(toOfferingDraft(db, getOffering(db, id)).sessions[0]).toMatchObject({ lastDate: "2027-05-07", ownHours: "1" });
});
