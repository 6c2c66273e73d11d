import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { providers } from "#drizzle/schema/providers";
import { courseQuestions } from "#drizzle/schema/course-terms";
import { correctionRequests } from "#drizzle/schema/credits";
import { grants } from "#drizzle/schema/grants";
import { auditEntries } from "#drizzle/schema/platform";
import { registrationAnswers, registrations } from "#drizzle/schema/registration";
import { recordMark } from "~/attendance/marks/marks.server";
import { addQuestion, listQuestions } from "~/catalog/courses/question.server";
import { requestCorrection } from "~/credits/corrections/correction-request.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { action as questions } from "~/routes/coordinator/courses.$id_.questions";
import { action as people } from "~/routes/coordinator/offerings.$id_.people";
import { action as roster } from "~/routes/facilitator/sessions.$id";
import { action as registering } from "~/routes/educator/offerings.$id.register";
import { action as claim } from "~/routes/registrar/claims.$id";
import { action as person } from "~/routes/staff/people.$id";
import { setClock } from "../support/clock";
import { postCreditFor } from "../support/credits";
import { actingAs, useTestDatabase } from "../support/database";
import {
  give,
  makeCourse,
  makeOffering,
  makePerson,
  organisationId,
  psesd,
  type TestPerson,
} from "../support/factories";
import { post } from "../support/request";

// An address names a parent and the form a child of it: a child of another parent is refused, and nothing changes.

let db: Database;
let staff: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  staff = makePerson(db);
  give(db, staff, "admin");
  for (const role of ["coordinator", "registrar"] as const) give(db, staff, role, psesd(db).id);
});

type Action = (args: never) => unknown;

async function send(action: Action, id: string, values: Record<string, string>, who = staff): Promise<number> {
  const args = { request: await post(db, "/", values, who), params: { id }, context: {} };
  try {
    const answer = (await action(args as never)) as { init?: { status?: number } };
    return answer.init?.status ?? 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

const scoped = () => actingAs(db, staff, { scopeIds: [psesd(db).id] });
const audits = () => db.select().from(auditEntries).all().length;

test("a role of another person is not taken away from this person's page", async () => {
  const [here, other] = [makePerson(db), makePerson(db)];
  give(db, other, "registrar", psesd(db).id);
  const grantId = db.select().from(grants).where(eq(grants.personId, other.personId)).get()!.id;
  const before = audits();
  expect(await send(person, here.personId, { intent: "revoke", grantId })).toBe(409);
  expect(audits()).toBe(before);
  expect(db.select().from(grants).where(eq(grants.id, grantId)).get()!.revokedAt).toBeNull();
  expect(await send(person, other.personId, { intent: "revoke", grantId })).toBe(302);
});

test.each(["retire", "move-up"])("a question of another course: %s changes nothing", async (intent) => {
  const [here, other] = [makeCourse(db), makeCourse(db)];
  for (const prompt of ["First?", "Second?"])
    addQuestion(scoped(), { courseId: other, kind: "text", prompt, choices: [], required: false });
  const questionId = listQuestions(db, other)[1]!.id;
  const before = db.select().from(courseQuestions).all();
  expect(await send(questions, here, { intent, questionId })).toBe(404);
  expect(db.select().from(courseQuestions).all()).toEqual(before);
  expect(await send(questions, other, { intent, questionId })).toBe(302);
});

test("an answer to a question of another course is not kept", async () => {
  const [here, other] = [makeCourse(db), makeCourse(db)];
  addQuestion(scoped(), { courseId: other, kind: "text", prompt: "Why?", choices: [], required: false });
  const [question] = listQuestions(db, other);
  const { id } = makeOffering(db, { courseId: here });
  expect(await send(registering, id, { [`answers.${question!.id}`]: "Because" }, makePerson(db))).toBe(302);
  expect(db.select().from(registrationAnswers).all()).toEqual([]);
});

describe("a registration of another offering", () => {
  test.each(["withdraw", "give-seat", "reinstate", "transfer"])("%s changes nothing", async (intent) => {
    const courseId = makeCourse(db);
    const [here, other, third] = [
      makeOffering(db, { courseId }),
      makeOffering(db, { courseId }),
      makeOffering(db, { courseId }),
    ];
    register(actingAs(db, makePerson(db)), { offeringId: other.id });
    const before = db.select().from(registrations).all();
    const values = { intent, registrationId: before[0]!.id, reason: "They asked by phone", toOfferingId: third.id };
    expect(await send(people, here.id, values)).toBe(409);
    expect(db.select().from(registrations).all()).toEqual(before);
  });

  test("nobody is moved to an offering of a provider that the actor does not coordinate", async () => {
    const stranger = { ...psesd(db), id: newId(), organisationId: organisationId(db, "Kent"), shortName: "KSD" };
    db.insert(providers).values(stranger).run();
    const courseId = makeCourse(db);
    const here = makeOffering(db, { courseId });
    const theirs = makeOffering(db, { courseId, values: { providerId: stranger.id } });
    register(actingAs(db, makePerson(db)), { offeringId: here.id });
    const registrationId = db.select().from(registrations).get()!.id;
    const values = { intent: "transfer", registrationId, reason: "They asked by phone", toOfferingId: theirs.id };
    expect(await send(people, here.id, values)).toBe(409);
    expect(db.select().from(registrations).all()).toHaveLength(1);
  });
});

test("a mark of another session is not voided, nor somebody marked who is not on this roster", async () => {
  const facilitator = makePerson(db);
  const [here, other] = [makeOffering(db, { instructor: facilitator }), makeOffering(db, { instructor: facilitator })];
  const [mine, theirs] = [here.sessions[0]!, other.sessions[0]!];
  const guest = makePerson(db);
  register(actingAs(db, guest), { offeringId: other.id });
  const during = actingAs(db, facilitator, { now: theirs.startsAt });
  const mark = { sessionId: theirs.id, personId: guest.personId, kind: "in" as const, at: theirs.startsAt };
  expect(recordMark(during, { ...mark, nonce: newId(), deviceTime: theirs.startsAt }).ok).toBe(true);
  setClock(theirs.startsAt);
  const markId = db.select().from(attendanceMarks).get()!.id;
  const voiding = { intent: "void", markId, reason: "not there", nonce: newId() };
  expect(await send(roster, mine.id, voiding, facilitator)).toBe(409);
  const marking = { intent: "mark", personId: guest.personId, kind: "absent", nonce: newId() };
  expect(await send(roster, mine.id, marking, facilitator)).toBe(409);
  expect(db.select().from(attendanceMarks).all()).toHaveLength(1);
  expect(await send(roster, theirs.id, voiding, facilitator)).toBe(200);
});

test("a request about another claim is not declined from this claim's page", async () => {
  const [one, two] = [makePerson(db), makePerson(db)];
  const [here, other] = [postCreditFor(db, one), postCreditFor(db, two, { day: "2027-03-10" })];
  requestCorrection(actingAs(db, two), { claimId: other.claimId, minutes: 360, reason: "I left early" });
  const requestId = db.select().from(correctionRequests).get()!.id;
  const values = { intent: "decline-correction", requestId, answer: "The roster says otherwise" };
  expect(await send(claim, here.claimId, values)).toBe(409);
  expect(db.select().from(correctionRequests).get()!.state).toBe("open");
  expect(await send(claim, other.claimId, values)).toBe(302);
});
