import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approvalDecisions } from "#drizzle/schema/approval";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { findUncovered, listDecisions, listPlanChanges } from "~/catalog/approval/approved-plan.server";
import { updateCourse } from "~/catalog/approval/update-course.server";
import { createCourse, publishCourse } from "~/catalog/courses/course.server";
import { createOffering, getOffering, type OfferingInput } from "~/catalog/offerings/offering.server";
import { approveAnew, approveOffering, declineOffering } from "~/desks/coordinator/approve-offering.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import type { Outcome } from "~/platform/outcome";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { makePerson, psesd } from "../../support/factories";

const COURSE = {
  programArea: "science",
  title: "Tide pools in winter",
  summary: "A field day on the shore.",
  description: "We go and look.",
  objectives: ["plan a field day"],
  standards: "NGSS",
  designations: ["STEM" as const],
  audiences: ["teacher" as const],
};

const DAY = {
  date: "2027-03-09",
  startTime: "08:00",
  endTime: "16:00",
  pauses: [{ kind: "meal" as const, start: "12:00", end: "13:00" }],
};

const PLAN: OfferingInput = {
  modality: "in-person",
  place: "Example Hall",
  capacity: 20,
  priceCents: 0,
  sessions: [DAY],
  instructors: [{ name: "Ana Guest" }],
  designations: [{ designation: "STEM", minutes: 240 }],
};

function take<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

function approved() {
  const db = useTestDatabase();
  const ctx = actingAs(db, makePerson(db, { first: "Cora", last: "Example" }), { scopeIds: [psesd(db).id] });
  const course = take(createCourse(ctx, { ...COURSE, providerId: psesd(db).id }));
  take(publishCourse(ctx, course.id));
  const { id } = take(createOffering(ctx, { ...PLAN, courseId: course.id }));
  take(approveOffering(ctx, { offeringId: id, committeeMetOn: "2026-10-02" }));
  return { db, ctx, id, courseId: course.id, changes: () => listPlanChanges(db, id) };
}

const NEXT_WEEK = { ...PLAN, sessions: [{ ...DAY, date: "2027-03-16" }], instructors: [{ name: "Cy Other" }] };

test("D1 a decision keeps what the committee read, whatever is changed afterwards, with who, when and why", () => {
  const { db, ctx, id, changes } = approved();
  take(updateOffering(ctx, { ...NEXT_WEEK, offeringId: id, reason: "The hall is flooded" }));
  const [decision] = listDecisions(db, id);
  expect(decision!.plan).toMatchObject({
    objectives: ["plan a field day"],
    instructors: [{ name: "Ana Guest" }],
    sessions: [{ startsAt: at("2027-03-09T08:00") }],
  });
  expect(changes()).toMatchObject([
    {
      reason: "The hall is flooded",
      changedByName: "Cora Example",
      changes: [
        { part: "sessions", come: [expect.stringContaining("Mar 16, 2027")] },
        { part: "instructors", gone: ["Ana Guest"], come: ["Cy Other"] },
      ],
    },
  ]);
  expect(() => db.$client.prepare("update plan_changes set reason = 'x'").run()).toThrow(/D1/);
});

test("what a committee approved is not changed without a reason, and nothing else is written either", () => {
  const { db, ctx, id, changes } = approved();
  const outcome = updateOffering(ctx, { ...NEXT_WEEK, capacity: 99, offeringId: id });
  expect(outcome).toMatchObject({ ok: false, reason: "no-reason" });
  expect(getOffering(db, id).capacity).toBe(20);
  expect(db.select().from(sessions).get()!.startsAt).toBe(at("2027-03-09T08:00"));
  expect(changes()).toEqual([]);
});

test("seats and prices are none of the committee's business", () => {
  const { ctx, id, changes } = approved();
  take(updateOffering(ctx, { ...PLAN, capacity: 25, priceCents: 1500, offeringId: id }));
  expect(changes()).toEqual([]);
});

test("A1 other days and people ask for a new decision, which covers them and keeps number and policy", () => {
  const { db, ctx, id } = approved();
  const before = getOffering(db, id);
  expect(findUncovered(db, before)).toEqual([]);
  take(updateOffering(ctx, { ...NEXT_WEEK, offeringId: id, reason: "Flooded" }));
  expect(findUncovered(db, getOffering(db, id))).toEqual(["sessions", "instructors"]);
  take(approveAnew(ctx, { offeringId: id, committeeMetOn: "2026-10-05", approvedMinutes: 360 }));
  const after = getOffering(db, id);
  expect(findUncovered(db, after)).toEqual([]);
  expect(after).toMatchObject({
    state: "approved",
    approvedMinutes: 360,
    inServiceNumber: before.inServiceNumber,
    policy: before.policy,
  });
  expect(listDecisions(db, id).map(({ approvedMinutes }) => approvedMinutes)).toEqual([420, 360]);
});

test("A1 a new decision comes before the end, within the hours that the sessions hold, by the scope that owns the row", () => {
  const { db, ctx, id } = approved();
  const anew = (now: number, approvedMinutes?: number) =>
    approveAnew({ ...ctx, now }, { offeringId: id, committeeMetOn: "2026-10-02", approvedMinutes });
  expect(anew(at("2027-03-09T16:00"))).toMatchObject({ reason: "approval-after-end" });
  expect(anew(at("2027-03-09T15:59"), 450)).toMatchObject({ reason: "more-than-countable" });
  expect(anew(at("2027-03-09T15:59"), 180)).toMatchObject({ reason: "designation-over-hours" });
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another-provider"] });
  expect(approveAnew(stranger, { offeringId: id, committeeMetOn: "2026-10-02" })).toMatchObject({
    reason: "unknown-offering",
  });
  const future = approveAnew(ctx, { offeringId: id, committeeMetOn: "2027-01-01" });
  expect(future).toMatchObject({ reason: "committee-in-future" });
  expect(listDecisions(db, id)).toHaveLength(1);
});

test("A5 a declined offering keeps its approval, and a declined draft stays one that can be approved later", () => {
  const { db, ctx, id, courseId } = approved();
  take(updateOffering(ctx, { ...NEXT_WEEK, offeringId: id, reason: "Flooded" }));
  take(declineOffering(ctx, { offeringId: id, committeeMetOn: "2026-10-02", note: "Who is Cy?" }));
  expect(getOffering(db, id).state).toBe("approved");
  expect(findUncovered(db, getOffering(db, id))).toEqual(["sessions", "instructors"]);
  const draft = take(createOffering(ctx, { ...PLAN, courseId }));
  take(declineOffering(ctx, { offeringId: draft.id, committeeMetOn: "2026-10-02", note: "Objectives are vague" }));
  take(approveOffering(ctx, { offeringId: draft.id, committeeMetOn: "2026-10-02" }));
  expect(listDecisions(db, draft.id).map(({ decision }) => decision)).toEqual(["declined", "approved"]);
});

test("objectives of a course that approved offerings rest on are changed with a reason, kept with each of them", () => {
  const { db, ctx, id, courseId, changes } = approved();
  const held = take(createOffering(ctx, { ...PLAN, courseId })).id;
  take(approveOffering(ctx, { offeringId: held, committeeMetOn: "2026-10-02" }));
  db.update(offerings).set({ endsAt: ctx.now }).where(eq(offerings.id, held)).run();
  const input = { ...COURSE, objectives: ["name ten animals"], courseId };
  expect(updateCourse(ctx, input)).toMatchObject({ reason: "no-reason" });
  expect(db.select().from(courses).get()!.objectives).toEqual(["plan a field day"]);
  take(updateCourse(ctx, { ...input, reason: "The committee asked for it" }));
  expect(changes()).toMatchObject([{ changes: [{ part: "objectives", come: ["name ten animals"] }] }]);
  expect(findUncovered(db, getOffering(db, id))).toEqual(["objectives"]);
  // One that is over was held with the old ones.
  expect(listPlanChanges(db, held)).toEqual([]);
  take(updateCourse(ctx, { ...input, summary: "Another sentence." }));
});

test("a decision from before plans were kept asks for nothing", () => {
  const { db, ctx, id } = approved();
  db.$client.exec("drop trigger approval_decisions_no_update");
  db.update(approvalDecisions).set({ plan: null }).run();
  take(updateOffering(ctx, { ...NEXT_WEEK, offeringId: id, reason: "Flooded" }));
  expect(findUncovered(db, getOffering(db, id))).toEqual([]);
});
