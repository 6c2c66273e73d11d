import { sessions } from "#drizzle/schema/catalog";
import { sessionSteps } from "#drizzle/schema/online/steps";
import type { QuizQuestion, StepContent } from "~/catalog/steps/step";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { at, TEST_NOW, ZONE } from "../clock";
import { actingAs, useTestDatabase } from "../database";
import { done } from "../done";
import { makeOffering, makePerson } from "../factories";

const NOTHING = {
  instructions: null,
  opensAt: null,
  dueAt: null,
  link: null,
  leastWords: null,
  isRead: false,
} as const;
const NO_QUIZ = { passingScore: null, mostAttempts: null, questions: null } as const;

export const QUESTIONS: QuizQuestion[] = [
  { text: "Two and two?", answers: ["Three", "Four"], right: 1, why: "Count them." },
  { text: "Water boils at?", answers: ["212 °F", "100 °F"], right: 0, why: null },
];

/** A step of whatever kind, as it is kept. */
export function stepContent(changes: Partial<StepContent> = {}): StepContent {
  const { kind = "link" } = changes;
  return {
    ...NOTHING,
    ...NO_QUIZ,
    kind,
    title: { link: "Watch the talk", reflection: "What I will change", quiz: "Check what you know" }[kind],
    ...(kind === "link" && { link: "https://example.org/talk" }),
    ...(kind === "reflection" && { leastWords: 5, isRead: true }),
    ...(kind === "quiz" && { passingScore: 2, mostAttempts: 2, questions: QUESTIONS }),
    ...changes,
  };
}

/** A session on people's own time of an offering, with its steps: of one link, reflection and quiz, unless said. */
export function addOwnTime(
  db: Database,
  { offeringId, startsAt, endsAt, by }: { offeringId: string; startsAt: number; endsAt: number; by: string },
  steps: readonly (Partial<StepContent> & { minutes: number })[] = [
    { kind: "link", minutes: 60 },
    { kind: "reflection", minutes: 60 },
    { kind: "quiz", minutes: 60 },
  ],
): { sessionId: string; stepIds: string[] } {
  const sessionId = newId();
  const ownMinutes = steps.reduce((sum, { minutes }) => sum + minutes, 0);
  db.insert(sessions).values({ id: sessionId, offeringId, startsAt, endsAt, timeZone: ZONE, ownMinutes }).run();
  const stepIds = steps.map(({ minutes, ...changes }, index) => {
    const id = newId();
    const changed = { changedAt: TEST_NOW, changedBy: by };
    db.insert(sessionSteps)
      .values({ id, sessionId, position: index + 1, minutes, ...stepContent(changes), ...changed })
      .run();
    return id;
  });
  return { sessionId, stepIds };
}

export const OPENS = at("2027-03-01T08:00");
const CLOSES = at("2027-03-31T23:59");
/** As many words as the reflection asks for. */
export const FIVE = "One two three four five";

/** March 2027 on their own time for some people, a facilitator and a stranger who facilitates another. */
export function makeOwnTime(people = 2) {
  const db = useTestDatabase();
  const facilitator = makePerson(db, { first: "Fay", last: "Cilitator" });
  const stranger = makePerson(db);
  const values = { startsAt: OPENS, endsAt: CLOSES, approvedMinutes: 180 };
  const offering = makeOffering(db, { instructor: facilitator, sessions: [], values });
  makeOffering(db, { instructor: stranger });
  const made = addOwnTime(db, { offeringId: offering.id, startsAt: OPENS, endsAt: CLOSES, by: facilitator.personId });
  const learners = Array.from({ length: people }, () => makePerson(db));
  for (const person of learners) done(register(actingAs(db, person), { offeringId: offering.id }));
  const [link, reflection, quiz] = made.stepIds as [string, string, string];
  const on = (wall: string) => (person: Parameters<typeof actingAs>[1]) => actingAs(db, person, { now: at(wall) });
  const staff = (wall: string) => actingAs(db, facilitator, { now: at(wall) });
  return {
    db,
    facilitator,
    stranger,
    offering,
    learners,
    link,
    reflection,
    quiz,
    on,
    staff,
    sessionId: made.sessionId,
  };
}

export const pass = (stepId: string) => ({ stepId, version: TEST_NOW, answers: [1, 0] });
export const fail = (stepId: string) => ({ stepId, version: TEST_NOW, answers: [0, 0] });
export const reasonOf = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? "ok" : outcome.reason);
