import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approvalDecisions } from "#drizzle/schema/approval";
import { offerings } from "#drizzle/schema/catalog";
import { providerApprovals } from "#drizzle/schema/providers";
import { grants } from "#drizzle/schema/grants";
import { auditEntries } from "#drizzle/schema/platform";
import { insertMark } from "~/attendance/marks/mark-rows.server";
import { createCourse, publishCourse } from "~/catalog/courses/course.server";
import { createOffering, type OfferingInput } from "~/catalog/offerings/offering.server";
import { publishOffering } from "~/catalog/offerings/publication.server";
import { catalogRefusalText } from "~/catalog/refusal";
import { approveOffering } from "~/desks/coordinator/approve-offering.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import type { Outcome } from "~/platform/outcome";
import { register } from "~/registration/seats/registration.server";
import { at, DAY, TEST_NOW } from "../../support/clock";
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

const ONE_DAY: OfferingInput = {
  modality: "in-person",
  place: "Example Hall",
  capacity: 2,
  priceCents: 4500,
  sessions: [
    {
      date: "2027-03-09",
      startTime: "08:00",
      endTime: "16:00",
      pauses: [{ kind: "meal", start: "12:00", end: "13:00" }],
    },
  ],
  instructors: [{ name: "A. Guest" }],
  designations: [{ designation: "STEM", minutes: 240 }],
};

function take<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** A coordinator of PSESD with a published course and the draft of an offering. */
function setUp(db: Database, changes: Partial<OfferingInput> = {}) {
  const person = makePerson(db);
  const ctx = actingAs(db, person, { scopeIds: [psesd(db).id] });
  const course = take(createCourse(ctx, { ...COURSE, providerId: psesd(db).id }));
  take(publishCourse(ctx, course.id));
  const offering = take(createOffering(ctx, { ...ONE_DAY, ...changes, courseId: course.id }));
  return { person, ctx, courseId: course.id, offeringId: offering.id };
}

const approve = (ctx: Parameters<typeof approveOffering>[0], offeringId: string, approvedMinutes?: number) =>
  approveOffering(ctx, { offeringId, committeeMetOn: "2026-10-02", approvedMinutes });

const rowOf = (db: Database, id: string) => db.select().from(offerings).where(eq(offerings.id, id)).get()!;

test("approval gives the hours that count, the policy and a number, and keeps the decision (A5, A6)", () => {
  const db = useTestDatabase();
  const { ctx, offeringId, person } = setUp(db);
  expect(take(approve(ctx, offeringId))).toMatchObject({ inServiceNumber: "PSESD-2627-0001", approvedMinutes: 420 });
  expect(rowOf(db, offeringId)).toMatchObject({ state: "approved", approvedMinutes: 420, policy: { name: "PSESD" } });
  const decision = db.select().from(approvalDecisions).get();
  expect(decision).toMatchObject({ decidedBy: person.personId, committeeMetOn: "2026-10-02", approvedMinutes: 420 });
  const audit = db.select().from(auditEntries).where(eq(auditEntries.action, "offering.approved")).get();
  expect(audit?.subjectId).toBe(offeringId);
});

test("A6 numbers count up within a provider and approval year", () => {
  const db = useTestDatabase();
  const first = setUp(db);
  const second = setUp(db);
  const late = setUp(db, { sessions: [{ date: "2027-10-01", startTime: "08:00", endTime: "12:00", pauses: [] }] });
  expect(take(approve(first.ctx, first.offeringId)).inServiceNumber).toBe("PSESD-2627-0001");
  expect(take(approve(second.ctx, second.offeringId)).inServiceNumber).toBe("PSESD-2627-0002");
  expect(take(approve(late.ctx, late.offeringId)).inServiceNumber).toBe("PSESD-2728-0001");
});

test("A1 nothing is approved once it has started", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  const outcome = approve({ ...ctx, now: at("2027-03-09T08:00") }, offeringId);
  expect(outcome).toMatchObject({ ok: false, reason: "already-started" });
  expect(rowOf(db, offeringId).state).toBe("draft");
});

test.each([
  ["A2 ten full working days before the first session are enough", "2026-10-20", true],
  ["A2 nine are not", "2026-10-19", false],
])("%s", (_name, date, allowed) => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db, { sessions: [{ ...ONE_DAY.sessions[0]!, date }] });
  const outcome = approve(ctx, offeringId);
  expect(outcome.ok).toBe(allowed);
  if (!outcome.ok) expect(outcome).toMatchObject({ reason: "too-short-notice", detail: { needed: 10, left: 9 } });
});

test("A3 the provider must be approved for the year of the first session", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  db.delete(providerApprovals).where(eq(providerApprovals.year, 2026)).run();
  const outcome = approve(ctx, offeringId);
  expect(outcome).toMatchObject({ ok: false, reason: "provider-not-approved" });
  if (!outcome.ok) expect(catalogRefusalText(outcome)).toContain("2026–27");
});

test("H4 less than the minimum cannot be approved, nor more than the sessions hold", () => {
  const db = useTestDatabase();
  const short = setUp(db, {
    sessions: [{ date: "2027-03-09", startTime: "16:00", endTime: "16:59", pauses: [] }],
    designations: [],
  });
  expect(approve(short.ctx, short.offeringId)).toMatchObject({ reason: "below-minimum" });
  const day = setUp(db);
  expect(approve(day.ctx, day.offeringId, 450)).toMatchObject({ reason: "more-than-countable" });
  expect(take(approve(day.ctx, day.offeringId, 360)).approvedMinutes).toBe(360);
});

test("a topic never counts for more than was approved", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  expect(approve(ctx, offeringId, 180)).toMatchObject({ reason: "designation-over-hours" });
});

test("only what is approved and has a published course is published, with a claim code of its own", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  expect(publishOffering(ctx, offeringId)).toMatchObject({ reason: "not-possible-now" });
  take(approve(ctx, offeringId));
  take(publishOffering(ctx, offeringId));
  expect(rowOf(db, offeringId)).toMatchObject({ state: "published", publishedAt: TEST_NOW });
  expect(rowOf(db, offeringId).claimCode).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{6}$/);
});

test("P2 a coordinator of another provider meets an offering as if it did not exist", () => {
  const db = useTestDatabase();
  const { offeringId, courseId } = setUp(db);
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another-provider"] });
  expect(approve(stranger, offeringId)).toMatchObject({ reason: "unknown-offering" });
  expect(publishOffering(stranger, offeringId)).toMatchObject({ reason: "unknown-offering" });
  expect(updateOffering(stranger, { ...ONE_DAY, offeringId })).toMatchObject({ reason: "unknown-offering" });
  expect(publishCourse(stranger, courseId)).toMatchObject({ reason: "unknown-course" });
  expect(createOffering(stranger, { ...ONE_DAY, courseId })).toMatchObject({ reason: "unknown-course" });
});

test("after approval the sessions may move but must hold the approved hours (H2)", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  take(approve(ctx, offeringId));
  const [session] = ONE_DAY.sessions;
  const shorter = { ...ONE_DAY, sessions: [{ ...session!, endTime: "15:00" }], offeringId };
  expect(updateOffering(ctx, shorter)).toMatchObject({ reason: "approved-hours-missing" });
  take(
    updateOffering(ctx, { ...ONE_DAY, sessions: [{ ...session!, date: "2027-03-16" }], offeringId, reason: "Snow" }),
  );
  expect(rowOf(db, offeringId).startsAt).toBe(at("2027-03-16T08:00"));
});

test("R2 there are never fewer seats than are taken, and added ones go to the waitlist", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  take(approve(ctx, offeringId));
  take(publishOffering(ctx, offeringId));
  const people = [1, 2, 3].map(() => actingAs(db, makePerson(db)));
  const statuses = people.map((person) => take(register(person, { offeringId })).status);
  expect(statuses).toEqual(["registered", "registered", "waitlisted"]);
  const outcome = updateOffering(ctx, { ...ONE_DAY, capacity: 1, offeringId });
  expect(outcome).toMatchObject({ reason: "capacity-below-taken", detail: { taken: 2, capacity: 1 } });
  take(updateOffering(ctx, { ...ONE_DAY, capacity: 3, offeringId }));
  const offered = db.$client.prepare("select count(*) from registrations where status = 'offered'").pluck().get();
  expect(offered).toBe(1);
});

test("a session with a mark keeps its times, one whose marks are void can be moved, and stays", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  take(approve(ctx, offeringId));
  const [id, personId] = ["sessions", "persons"].map(
    (table) => db.$client.prepare(`select id from ${table}`).pluck().get() as string,
  );
  const planned = (extra: object) => ({ ...ONE_DAY, sessions: [{ ...ONE_DAY.sessions[0]!, ...extra }], offeringId });
  const mark = (values: { kind: "in" | "void"; voidsMarkId?: string; reason?: string }) =>
    db.transaction((tx) =>
      insertMark(tx, ctx, {
        sessionId: id!,
        personId: personId!,
        at: 1,
        deviceTime: 1,
        nonce: newId(),
        method: "roster",
        ...values,
      }),
    );
  mark({ kind: "in" });
  expect(updateOffering(ctx, planned({ id, date: "2027-03-10" }))).toMatchObject({ reason: "session-begun" });
  const voidsMarkId = db.$client.prepare("select id from attendance_marks").pluck().get() as string;
  mark({ kind: "void", voidsMarkId, reason: "A mistake." });
  expect(updateOffering(ctx, planned({}))).toMatchObject({ reason: "session-begun" });
  take(updateOffering(ctx, { ...planned({ id, date: "2027-03-10" }), reason: "The hall is taken." }));
});

test("a session that has begun keeps its times", () => {
  const db = useTestDatabase();
  const { ctx, offeringId } = setUp(db);
  take(approve(ctx, offeringId));
  const id = db.$client.prepare("select id from sessions").pluck().get() as string;
  const moved = { ...ONE_DAY, sessions: [{ ...ONE_DAY.sessions[0]!, id, date: "2027-03-10" }], offeringId };
  const later = { ...ctx, now: at("2027-03-09T09:00") };
  expect(updateOffering(later, moved)).toMatchObject({ reason: "session-begun" });
  take(
    updateOffering(later, {
      ...ONE_DAY,
      sessions: [{ ...ONE_DAY.sessions[0]!, id, topic: "Shore" }],
      offeringId,
      reason: "A better word",
    }),
  );
});

test("an instructor with an account facilitates the offering until they leave it", () => {
  const db = useTestDatabase();
  const teacher = makePerson(db);
  const { ctx, offeringId } = setUp(db, { instructors: [{ personId: teacher.personId, name: teacher.name }] });
  const live = () =>
    db
      .select()
      .from(grants)
      .all()
      .filter((grant) => grant.offeringId === offeringId && grant.revokedAt === null);
  expect(live()).toMatchObject([{ personId: teacher.personId, role: "facilitator" }]);
  take(updateOffering({ ...ctx, now: ctx.now + DAY }, { ...ONE_DAY, offeringId }));
  expect(live()).toEqual([]);
});
