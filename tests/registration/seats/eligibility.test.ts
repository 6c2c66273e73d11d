import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { courseAudiences, offerings } from "#drizzle/schema/catalog";
import { coursePrerequisites } from "#drizzle/schema/course-terms";
import { affiliations } from "#drizzle/schema/people";
import { registrationAnswers, registrations } from "#drizzle/schema/registration";
import { addQuestion, listQuestions, retireQuestion } from "~/catalog/courses/question.server";
import type { Database } from "~/platform/database/database.server";
import { findClashes } from "~/registration/seats/clash.server";
import { judgeEligibility } from "~/registration/seats/eligibility.server";
import { register } from "~/registration/seats/registration.server";
import { registrationWindowAt } from "~/registration/seats/window";
import { HOUR, TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { makeCourse, makeOffering, makePerson, organisationId, psesd } from "../../support/factories";

const rowOf = (db: Database, id: string) => db.select().from(offerings).where(eq(offerings.id, id)).get()!;

const WINDOW = {
  state: "published" as const,
  registrationOpensAt: 200,
  registrationClosesAt: 400,
  firstOpensAt: 100,
  firstFor: "members" as const,
  startsAt: 500,
};

test.each([
  ["before it opens for anybody", 99, true, "not-yet"],
  ["first for some", 100, true, "open"],
  ["not yet for the others", 100, false, "not-yet"],
  ["for everyone", 200, false, "open"],
  ["until the deadline", 399, false, "open"],
  ["closed at the deadline", 400, true, "closed"],
] as const)("the registration window %s", (_name, now, isFirst, expected) => {
  expect(registrationWindowAt(WINDOW, now, { isFirst })).toBe(expected);
});

test("an offering that opens first for member districts lets their people in, and others once it opens for everyone", () => {
  const db = useTestDatabase();
  const opensAt = TEST_NOW + HOUR;
  const values = { registrationOpensAt: opensAt, firstOpensAt: TEST_NOW, firstFor: "members" as const };
  const offering = makeOffering(db, { values });
  const member = makePerson(db, { organisation: "Kent" });
  const former = makePerson(db, { organisation: "Kent", to: "2026-06-30" });
  const guest = makePerson(db);
  const enter = (person: typeof guest, now = TEST_NOW) =>
    register(actingAs(db, person, { now }), { offeringId: offering.id });
  expect(enter(guest)).toMatchObject({ reason: "not-yet" });
  expect(enter(former)).toMatchObject({ reason: "not-yet" });
  expect(enter(member).ok).toBe(true);
  expect(enter(guest, opensAt).ok).toBe(true);
});

test("an offering that opens first for its host district knows one district from another", () => {
  const db = useTestDatabase();
  const values = {
    registrationOpensAt: TEST_NOW + HOUR,
    firstOpensAt: TEST_NOW,
    firstFor: "host" as const,
    hostOrganisationId: organisationId(db, "Highline"),
  };
  const offering = makeOffering(db, { values });
  const windowOf = (organisation: string) =>
    judgeEligibility(db, TEST_NOW, rowOf(db, offering.id), makePerson(db, { organisation }).personId).window;
  expect(windowOf("Highline")).toBe("open");
  expect(windowOf("Kent")).toBe("not-yet");
});

test("an offering for its audience only refuses other roles, and says so", () => {
  const db = useTestDatabase();
  const offering = makeOffering(db, { values: { audienceOnly: true } });
  db.delete(courseAudiences).where(eq(courseAudiences.courseId, offering.courseId)).run();
  db.insert(courseAudiences).values({ courseId: offering.courseId, audience: "paraeducator" }).run();
  const teacher = makePerson(db, { organisation: "Kent", roleKind: "teacher" });
  const para = makePerson(db, { organisation: "Kent", roleKind: "paraeducator" });
  const enter = (person: typeof para) => register(actingAs(db, person), { offeringId: offering.id });
  expect(enter(teacher)).toMatchObject({ reason: "not-in-audience" });
  expect(enter(para).ok).toBe(true);
});

test("a prerequisite needs a posted credit for the other course", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const { offering: first } = postCreditFor(db, person, { day: "2026-10-12" });
  const courseId = makeCourse(db, { title: "The second part" });
  db.insert(coursePrerequisites).values({ courseId, prerequisiteId: first.courseId }).run();
  const offering = makeOffering(db, { courseId });
  const stranger = makePerson(db);
  expect(register(actingAs(db, stranger), { offeringId: offering.id })).toMatchObject({
    reason: "missing-prerequisite",
  });
  expect(judgeEligibility(db, TEST_NOW, rowOf(db, offering.id), stranger.personId).missing).toHaveLength(1);
  expect(register(actingAs(db, person), { offeringId: offering.id }).ok).toBe(true);
});

test("a required question must be answered with one of its choices; answers stay when the question is retired", () => {
  const db = useTestDatabase();
  const offering = makeOffering(db);
  const { courseId } = offering;
  const staff = actingAs(db, makePerson(db), { scopeIds: [psesd(db).id] });
  addQuestion(staff, { courseId, kind: "choice", prompt: "Lunch?", choices: ["Soup", "Salad"], required: true });
  addQuestion(staff, { courseId, kind: "access", prompt: "Access needs?", choices: [], required: true });
  const [lunch, access] = listQuestions(db, courseId);
  expect(access!.required).toBe(false);
  const person = actingAs(db, makePerson(db));
  const enter = (answers: Record<string, string>) => register(person, { offeringId: offering.id, answers });
  expect(enter({})).toMatchObject({ reason: "missing-answer", detail: { question: lunch!.id } });
  expect(enter({ [lunch!.id]: "Steak" })).toMatchObject({ reason: "missing-answer" });
  expect(enter({ [lunch!.id]: "Soup", [access!.id]: "A ramp" }).ok).toBe(true);
  retireQuestion(staff, { courseId, questionId: lunch!.id });
  expect(listQuestions(db, courseId)).toHaveLength(1);
  const kept = db
    .select()
    .from(registrationAnswers)
    .all()
    .map(({ answer }) => answer);
  expect(kept.sort()).toEqual(["A ramp", "Soup"]);
});

test("P2 nobody changes the questions of another provider's course", () => {
  const db = useTestDatabase();
  const { courseId } = makeOffering(db);
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another"] });
  const input = { courseId, kind: "text" as const, prompt: "Why?", choices: [], required: false };
  expect(addQuestion(stranger, input)).toMatchObject({ reason: "unknown-course" });
});

test("nobody registers for an offering that they teach; at the dates of somebody else they may", () => {
  const db = useTestDatabase();
  const teacher = makePerson(db);
  const courseId = makeCourse(db);
  const own = makeOffering(db, { courseId, instructor: teacher });
  const others = makeOffering(db, { courseId, instructor: makePerson(db) });
  const enter = (offeringId: string) => register(actingAs(db, teacher), { offeringId });
  expect(enter(own.id)).toMatchObject({ ok: false, reason: "own-offering" });
  expect(db.select().from(registrations).all()).toEqual([]);
  expect(enter(others.id).ok).toBe(true);
});

test("R9 sessions that a person holds or teaches at the same time are a warning; touching or withdrawn ones are not", () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  const day = (start: string, end: string) => [{ start: `2027-03-09T${start}`, end: `2027-03-09T${end}` }];
  const mine = makeOffering(db, { sessions: day("08:00", "12:00") });
  const taught = makeOffering(db, { sessions: day("13:00", "15:00"), instructor: person });
  const overlapping = makeOffering(db, { sessions: day("11:00", "14:00") });
  const touching = makeOffering(db, { sessions: day("12:00", "13:00") });
  expect(register(actingAs(db, person), { offeringId: mine.id }).ok).toBe(true);
  expect(taught.id).not.toBe(mine.id);
  expect(findClashes(db, person.personId, overlapping.id).map(({ when }) => when)).toEqual([
    "Tue, Mar 9, 2027 · 8:00 AM–12:00 PM PST",
    "Tue, Mar 9, 2027 · 1:00 PM–3:00 PM PST",
  ]);
  expect(findClashes(db, person.personId, touching.id)).toEqual([]);
  expect(register(actingAs(db, person), { offeringId: overlapping.id }).ok).toBe(true);
});

test("a workplace that nobody confirmed opens no window early; the page names who would", () => {
  const db = useTestDatabase();
  const opensAt = TEST_NOW + HOUR;
  const values = { registrationOpensAt: opensAt, firstOpensAt: TEST_NOW };
  const hostOrganisationId = organisationId(db, "Kent");
  const person = makePerson(db, { organisation: "Kent", confirmed: false });
  for (const firstFor of ["members", "host"] as const) {
    const { id } = makeOffering(db, { values: { ...values, firstFor, hostOrganisationId } });
    expect(register(actingAs(db, person), { offeringId: id })).toMatchObject({ reason: "not-yet" });
    const judge = (now: number) => judgeEligibility(db, now, rowOf(db, id), person.personId);
    expect(judge(TEST_NOW)).toMatchObject({ window: "not-yet", opensAt, awaits: "Kent" });
    expect(judge(TEST_NOW - 1)).toMatchObject({ window: "not-yet", awaits: null });
    expect(judge(opensAt)).toMatchObject({ window: "open", awaits: null });
  }
});

test("an audience is of confirmed roles only: neither one's own word nor one that was disowned counts", () => {
  const db = useTestDatabase();
  const courseId = makeCourse(db);
  db.insert(courseAudiences).values({ courseId, audience: "teacher" }).run();
  const { id } = makeOffering(db, { courseId, values: { audienceOnly: true } });
  const person = makePerson(db, { organisation: "Kent", confirmed: false });
  const enter = () => register(actingAs(db, person), { offeringId: id });
  const judged = () => judgeEligibility(db, TEST_NOW, rowOf(db, id), person.personId);
  expect(enter()).toMatchObject({ reason: "not-in-audience" });
  expect(judged()).toMatchObject({ outsideAudience: true, awaits: "Kent" });
  db.update(affiliations).set({ disownedAt: TEST_NOW }).run();
  expect(enter()).toMatchObject({ reason: "not-in-audience" });
  expect(judged()).toMatchObject({ outsideAudience: true, awaits: null });
  db.update(affiliations).set({ disownedAt: null, confirmedAt: TEST_NOW }).run();
  expect(judged()).toMatchObject({ outsideAudience: false, awaits: null });
  expect(enter().ok).toBe(true);
});
