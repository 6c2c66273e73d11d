import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { claims, earnings } from "#drizzle/schema/credits";
import { outboxMessages } from "#drizzle/schema/messages";
import { reflectionDrafts } from "#drizzle/schema/online/steps";
import { registrations } from "#drizzle/schema/registration";
import {
  acceptReflection,
  recordStepDone,
  returnReflection,
  undoStepDone,
} from "~/attendance/reading/answer-step.server";
import { countUnread } from "~/attendance/reading/unread.server";
import { listStepEvidence } from "~/attendance/reading/step-evidence.server";
import {
  completeLink,
  handInReflection,
  saveReflection,
  takeBackLink,
  takeQuiz,
} from "~/attendance/steps/do-step.server";
import { getMyStep } from "~/attendance/steps/my-steps.server";
import { recordMark } from "~/attendance/marks/marks.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { findConfirmation, hasChangedSince } from "~/attendance/presence/confirmation.server";
import { findClashes } from "~/registration/seats/clash.server";
import { at, DAY } from "../../support/clock";
import { done } from "../../support/done";
import { makeOffering } from "../../support/factories";
import { fail, FIVE, makeOwnTime, OPENS, pass, reasonOf } from "../../support/steps/own-time";

test("what was done counts once attendance is confirmed: all, some, nothing; and the receipt says so", () => {
  const { db, offering, learners, link, reflection, quiz, on, staff } = makeOwnTime(3);
  const [all, some, none] = learners as [(typeof learners)[0], (typeof learners)[0], (typeof learners)[0]];
  done(completeLink(on("2027-03-02T20:00")(all), link));
  done(completeLink(on("2027-03-02T21:00")(all), link));
  done(handInReflection(on("2027-03-03T20:00")(all), { stepId: reflection, text: FIVE }));
  done(
    acceptReflection(staff("2027-03-04T09:00"), {
      stepId: reflection,
      personId: all.personId,
      number: 1,
      answer: null,
    }),
  );
  done(takeQuiz(on("2027-03-05T20:00")(all), pass(quiz)));
  done(completeLink(on("2027-03-02T20:00")(some), link));
  expect(reasonOf(confirmAttendance(staff("2027-03-30T09:00"), { offeringId: offering.id }))).toBe("not-over");
  expect(done(confirmAttendance(staff("2027-04-01T09:00"), { offeringId: offering.id })).claimable).toBe(2);

  const earned = (personId: string) =>
    db
      .select()
      .from(earnings)
      .where(and(eq(earnings.offeringId, offering.id), eq(earnings.personId, personId)))
      .get()!;
  expect([all, some, none].map(({ personId }) => earned(personId).minutes)).toEqual([180, 60, 0]);
  expect(earned(all.personId).steps.map(({ reason, title, to }) => [reason, title, to])).toEqual([
    ["own-time", "Watch the talk", at("2027-03-02T20:00")],
    ["own-time", "What I will change", at("2027-03-03T20:00")],
    ["own-time", "Check what you know", at("2027-03-05T20:00")],
  ]);
  const statuses = db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all();
  expect(statuses.map(({ status }) => status)).toEqual(["attended", "partial", "no-show"]);
  expect(db.select().from(claims).where(eq(claims.offeringId, offering.id)).all()).toHaveLength(2);
  expect(listStepEvidence(db, offering.id).map(({ steps }) => steps.length)).toEqual([3, 1]);
});

test("a correction after confirmation changes what counts, says why, and asks to confirm again", () => {
  const { db, offering, learners, link, staff } = makeOwnTime(1);
  const about = { stepId: link, personId: learners[0]!.personId };
  done(confirmAttendance(staff("2027-04-01T09:00"), { offeringId: offering.id }));
  const isChanged = () => hasChangedSince(db, findConfirmation(db, offering.id)!);
  expect(isChanged()).toBe(false);
  const record = (wall: string | null, now: string) =>
    recordStepDone(staff(now), { ...about, at: wall === null ? null : at(wall), reason: "It came on paper" });
  expect(reasonOf(record("2027-02-27T08:00", "2027-04-02T09:00"))).toBe("bad-moment");
  expect(reasonOf(record("2027-04-03T08:00", "2027-04-02T09:00"))).toBe("bad-moment");
  done(record("2027-03-30T08:00", "2027-04-02T09:00"));
  expect(reasonOf(record(null, "2027-04-02T10:00"))).toBe("done-already");
  expect(isChanged()).toBe(true);
  expect(done(confirmAttendance(staff("2027-04-02T11:00"), { offeringId: offering.id })).claimable).toBe(1);
  done(undoStepDone(staff("2027-04-02T12:00"), { ...about, reason: "Somebody else's" }));
  expect(reasonOf(undoStepDone(staff("2027-04-02T12:01"), { ...about, reason: "Again" }))).toBe("not-done");
  expect(isChanged()).toBe(true);
});

test("a step opens and closes with its session; nobody else can do it, and what it is not cannot be done", () => {
  const { db, learners, stranger, link, reflection, quiz, on } = makeOwnTime(1);
  const me = learners[0]!;
  expect(reasonOf(completeLink(on("2027-02-28T08:00")(me), link))).toBe("not-yet");
  expect(reasonOf(completeLink(on("2027-04-01T08:00")(me), link))).toBe("over");
  expect(reasonOf(completeLink(on("2027-03-02T08:00")(stranger), link))).toBe("unknown-step");
  expect(reasonOf(completeLink(on("2027-03-02T08:00")(me), quiz))).toBe("unknown-step");
  expect(reasonOf(takeQuiz(on("2027-03-02T08:00")(me), pass(reflection)))).toBe("unknown-step");
  expect(() => getMyStep(on("2027-03-02T08:00")(stranger), link)).toThrow();
  expect(db.select().from(attendanceMarks).all()).toEqual([]);
});

test("what somebody said of a link, they can take back while it is open; not what staff said", () => {
  const { learners, link, on, staff } = makeOwnTime(1);
  const me = learners[0]!;
  done(completeLink(on("2027-03-02T08:00")(me), link));
  done(takeBackLink(on("2027-03-02T09:00")(me), link));
  expect(getMyStep(on("2027-03-02T10:00")(me), link)).toMatchObject({ standing: "open", doneAt: null });
  done(recordStepDone(staff("2027-03-03T08:00"), { stepId: link, personId: me.personId, at: null, reason: "Seen" }));
  expect(reasonOf(takeBackLink(on("2027-03-04T09:00")(me), link))).toBe("not-done");
});

test("a reflection: kept while it is written, long enough, once, returned with words and written again", () => {
  const { db, offering, learners, reflection: stepId, on, staff } = makeOwnTime(1);
  const me = learners[0]!;
  const { base } = done(saveReflection(on("2027-03-02T08:00")(me), { stepId, text: "One" }));
  done(saveReflection(on("2027-03-02T08:05")(me), { stepId, text: "One two", base }));
  expect(reasonOf(saveReflection(on("2027-03-02T08:06")(me), { stepId, text: "Other", base }))).toBe("draft-changed");
  expect(handInReflection(on("2027-03-02T09:00")(me), { stepId, text: "One two" })).toMatchObject({
    reason: "too-short",
    detail: { words: 2, least: 5 },
  });
  expect(reasonOf(handInReflection(on("2027-03-02T09:00")(me), { stepId, text: "x ".repeat(10_001) }))).toBe(
    "too-long",
  );
  expect(getMyStep(on("2027-03-02T09:00")(me), stepId).draft?.text).toBe("One two");
  done(handInReflection(on("2027-03-02T10:00")(me), { stepId, text: FIVE }));
  done(handInReflection(on("2027-03-02T10:00")(me), { stepId, text: FIVE }));
  expect(countUnread(db, offering.id)).toBe(1);
  expect(db.select().from(reflectionDrafts).all()).toEqual([]);
  expect(reasonOf(handInReflection(on("2027-03-02T11:00")(me), { stepId, text: `${FIVE} six` }))).toBe(
    "waits-for-reading",
  );
  const about = { stepId, personId: me.personId, number: 1, answer: "Say more of your own room." };
  done(returnReflection(staff("2027-03-03T08:00"), about));
  expect(countUnread(db, offering.id)).toBe(0);
  expect(reasonOf(acceptReflection(staff("2027-03-03T08:01"), about))).toBe("not-to-read");
  const mails = db.select().from(outboxMessages).where(eq(outboxMessages.kind, "reflection-returned")).all();
  expect(mails.map(({ personId, payload }) => [personId, payload.answer])).toEqual([[me.personId, about.answer]]);
  expect(getMyStep(on("2027-03-03T09:00")(me), stepId)).toMatchObject({ standing: "returned", isOpen: true });
  done(handInReflection(on("2027-03-04T08:00")(me), { stepId, text: `${FIVE} six` }));
  done(acceptReflection(staff("2027-03-05T08:00"), { ...about, number: 2, answer: null }));
  const page = getMyStep(on("2027-03-06T08:00")(me), stepId);
  expect(page).toMatchObject({ standing: "done", doneAt: at("2027-03-04T08:00") });
  done(returnReflection(staff("2027-03-07T08:00"), { ...about, number: 2 }));
  expect(getMyStep(on("2027-03-08T08:00")(me), stepId)).toMatchObject({ standing: "returned", doneAt: null });
});

test("a quiz: scored on the server, its right answers kept back until they may be shown, as often as it may be", () => {
  const { learners, quiz, on } = makeOwnTime(2);
  const [me, other] = learners as [(typeof learners)[0], (typeof learners)[0]];
  const page = (person = me) => getMyStep(on("2027-03-03T08:00")(person), quiz);
  expect(JSON.stringify(page())).not.toContain("Count them.");
  expect(JSON.stringify(page().step)).not.toMatch(/"right":/);
  expect(reasonOf(takeQuiz(on("2027-03-02T08:00")(me), { ...pass(quiz), answers: [1] }))).toBe("not-answered");
  expect(reasonOf(takeQuiz(on("2027-03-02T08:00")(me), { ...pass(quiz), version: 1 }))).toBe("step-changed");
  expect(done(takeQuiz(on("2027-03-02T08:00")(me), fail(quiz))).passed).toBe(false);
  expect(page()).toMatchObject({ left: 1, standing: "open" });
  expect(page().attempts[0]!.questions[0]).toMatchObject({ chosen: "Three", isRight: null, right: null, why: null });
  done(takeQuiz(on("2027-03-02T09:00")(me), fail(quiz)));
  expect(page().attempts[0]!.questions[0]).toMatchObject({ isRight: false, right: "Four", why: "Count them." });
  expect(reasonOf(takeQuiz(on("2027-03-02T10:00")(me), pass(quiz)))).toBe("no-attempts");
  expect(done(takeQuiz(on("2027-03-02T08:00")(other), pass(quiz))).passed).toBe(true);
  expect(page(other)).toMatchObject({ standing: "done" });
  expect(reasonOf(takeQuiz(on("2027-03-02T10:00")(other), pass(quiz)))).toBe("passed-already");
});

test("what people do on their own time clashes with nothing, and has no roster at a door", () => {
  const { db, learners, sessionId, staff } = makeOwnTime(1);
  const me = learners[0]!;
  const other = makeOffering(db);
  expect(findClashes(db, me.personId, other.id)).toEqual([]);
  const mark = { sessionId, personId: me.personId, kind: "in" as const, nonce: "a" };
  const now = OPENS + DAY;
  expect(reasonOf(recordMark(staff("2027-03-02T08:00"), { ...mark, at: now, deviceTime: now }))).toBe(
    "unknown-session",
  );
});
