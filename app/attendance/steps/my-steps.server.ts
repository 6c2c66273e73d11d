import { and, asc, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { quizAttempts, reflectionDrafts, reflections } from "#drizzle/schema/online/steps";
import type { SessionWithPauses } from "~/catalog/offerings/offering-parts.server";
import { getCourse } from "~/catalog/courses/course.server";
import type { Step } from "~/catalog/steps/step.server";
import { displayNameOf } from "~/people/persons/name";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { draftBase } from "./do-step.server";
import { findOwnStep } from "./step-access.server";
import { listDone } from "./step-marks.server";
import { attemptsLeft, dueAtOf, mayShowAnswers, opensAtOf, stepWindowAt } from "./step-rules";
import { standingOf } from "./step-standing";

/** How the actor stands with the steps of some sessions on people's own time; three statements at most. */
export function listMySteps(ctx: ActorContext, sessions: readonly SessionWithPauses[]) {
  const own = sessions.filter(({ ownMinutes }) => ownMinutes !== null);
  if (own.length === 0) return [];
  const ids = own.flatMap(({ steps }) => steps.map(({ id }) => id));
  const done = listDone(ctx.db, ids, ctx.actor.personId);
  const written = newestStates(ctx.db, ids, ctx.actor.personId);
  return own.map((session) => ({
    id: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    topic: session.topic,
    steps: session.steps.map((step) => ({
      id: step.id,
      title: step.title,
      kind: step.kind,
      minutes: step.minutes,
      opensAt: opensAtOf(step, session),
      dueAt: dueAtOf(step, session),
      doneAt: done.get(step.id)?.at ?? null,
      standing: standingOf(
        step,
        session,
        { isDone: done.has(step.id), reflection: written.get(step.id) ?? null },
        ctx.now,
      ),
    })),
  }));
}

export type MyOwnTime = ReturnType<typeof listMySteps>[number];

function newestStates(db: Reader, stepIds: readonly string[], personId: string) {
  const rows = db
    .select({ stepId: reflections.stepId, state: reflections.state })
    .from(reflections)
    .where(and(inArray(reflections.stepId, [...stepIds]), eq(reflections.personId, personId)))
    .orderBy(asc(reflections.number))
    .all();
  return new Map(rows.map(({ stepId, state }) => [stepId, state]));
}

/**
 * One step as whoever does it sees it, with everything that they did. What is right in a quiz is no part of it before it may
 * be shown. Null for a step that was taken out, or of an offering for which the actor is not registered.
 */
export function findMyStepPage(ctx: ActorContext, stepId: string) {
  const found = findOwnStep(ctx.db, ctx, stepId);
  if (found?.offering.publishedAt == null) return null;
  const { step, session, offering, registration } = found;
  const { personId } = ctx.actor;
  const done = listDone(ctx.db, [stepId], personId).get(stepId) ?? null;
  const draft = findDraft(ctx.db, stepId, personId);
  const versions = listVersions(ctx.db, stepId, personId);
  const window = stepWindowAt(step, session, ctx.now);
  const attempts = listAttempts(ctx.db, step, personId, { passed: done !== null, window });
  const left = attemptsLeft(step.mostAttempts, attempts.length);
  const isOpen = window === "open" || window === "late";
  return {
    registrationId: registration.id,
    offeringTitle: getCourse(ctx.db, offering.courseId).title,
    offeringId: offering.id,
    timeZone: session.timeZone,
    closesAt: session.endsAt,
    step: shownOf(step),
    opensAt: opensAtOf(step, session),
    dueAt: dueAtOf(step, session),
    standing: standingOf(step, session, { isDone: done !== null, reflection: versions.at(-1)?.state ?? null }, ctx.now),
    /** Whether something can be done about it now. */
    isOpen: isOpen && registration.status === "registered" && offering.state !== "cancelled",
    cancelled: offering.state === "cancelled",
    doneAt: done?.at ?? null,
    doneByMe: done?.recordedBy === personId,
    draft,
    base: draftBase(draft),
    versions,
    attempts,
    left,
  };
}

export type MyStep = NonNullable<ReturnType<typeof findMyStepPage>>;

/**
 * One step as whoever does it sees it; see `findMyStepPage`.
 * @throws Response 404 where there is none
 */
export function getMyStep(ctx: ActorContext, stepId: string): MyStep {
  const page = findMyStepPage(ctx, stepId);
  if (!page) throw notFound();
  return page;
}

function shownOf({ questions, ...step }: Step) {
  const { id, title, kind, instructions, minutes, link, leastWords, isRead, passingScore, changedAt } = step;
  return {
    ...{ id, title, kind, instructions, minutes, link, leastWords, isRead, passingScore, version: changedAt },
    questions: (questions ?? []).map(({ text, answers }) => ({ text, answers })),
  };
}

function findDraft(db: Reader, stepId: string, personId: string) {
  const mine = and(eq(reflectionDrafts.stepId, stepId), eq(reflectionDrafts.personId, personId));
  const { text, savedAt } = reflectionDrafts;
  return db.select({ text, savedAt }).from(reflectionDrafts).where(mine).get() ?? null;
}

/** What somebody handed in for a reflection, oldest first, with what was answered and by whom. */
export function listVersions(db: Reader, stepId: string, personId: string) {
  return db
    .select({ version: reflections, reader: persons })
    .from(reflections)
    .leftJoin(persons, eq(persons.id, reflections.readBy))
    .where(and(eq(reflections.stepId, stepId), eq(reflections.personId, personId)))
    .orderBy(asc(reflections.number))
    .all()
    .map(({ version, reader }) => {
      const { number, text, words, handedInAt, state, answer, readAt } = version;
      return { number, text, words, handedInAt, state, answer, readAt, readBy: reader && displayNameOf(reader) };
    });
}

type Shown = Pick<Parameters<typeof mayShowAnswers>[0], "passed" | "window">;

/**
 * The attempts at a quiz, oldest first: what was asked and answered, and, once it may be shown, what is right.
 * @param shown `all` for staff
 */
export function listAttempts(db: Reader, step: Step, personId: string, shown: Shown | "all") {
  const rows = db
    .select()
    .from(quizAttempts)
    .where(and(eq(quizAttempts.stepId, step.id), eq(quizAttempts.personId, personId)))
    .orderBy(asc(quizAttempts.number))
    .all();
  const left = attemptsLeft(step.mostAttempts, rows.length);
  const isShown = shown === "all" || mayShowAnswers({ ...shown, left });
  return rows.map(({ number, questions, answers, right, passingScore, takenAt }) => ({
    ...{ number, right, passingScore, takenAt, of: questions.length, passed: right >= passingScore },
    questions: questions.map((question, index) => ({
      text: question.text,
      chosen: question.answers[answers[index]!] ?? "",
      isRight: isShown ? answers[index] === question.right : null,
      right: isShown ? (question.answers[question.right] ?? null) : null,
      why: isShown ? question.why : null,
    })),
  }));
}

export type Attempt = ReturnType<typeof listAttempts>[number];
