import { completeLink, handInReflection, saveReflection, takeQuiz } from "~/attendance/steps/do-step.server";
import { addStep } from "~/attendance/planning/plan-steps.server";
import { acceptReflection, returnReflection } from "~/attendance/reading/answer-step.server";
import { createOffering } from "~/catalog/offerings/offering.server";
import { publishOffering } from "~/catalog/offerings/publication.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { listWholeSteps, type Step } from "~/catalog/steps/step.server";
import { approveOffering } from "~/desks/coordinator/approve-offering.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import type { Transaction } from "~/platform/database/database.server";
import { addDays, dateOf, REGION_TIME_ZONE, startOfDate } from "~/platform/time/time-zone";
import { register } from "~/registration/seats/registration.server";
import { COURSES } from "../../courses/all";
import { ONLINE_PLACE } from "../../places";
import { type DemoCatalog, must } from "../offerings";
import { OWN_TIME_STEPS } from "./own-time-steps";
import type { DemoPeople, DemoPerson } from "../people";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A course that people do on their own time goes by this one's title and objectives. */
const COURSE = "universal-design-for-learning-first-steps";

interface Demo {
  tx: Transaction;
  catalog: DemoCatalog;
  people: DemoPeople;
  now: number;
}

/**
 * Two runs of a course on people's own time: one that is over, whose hours the teacher can claim, and one under way, of
 * which the teacher has done half, somebody all, and of which a reflection waits to be read.
 */
export function insertOwnTime(demo: Demo): void {
  const { people, now } = demo;
  const teacher = people.account("educator");
  const others = people.educators.filter(({ personId }) => personId !== teacher.personId).slice(30, 34);
  const [eager, waiting, returned] = others as [DemoPerson, DemoPerson, DemoPerson];

  const past = publish(demo, -40, -6);
  enter(demo, past, [teacher, eager]);
  for (const person of [teacher, eager]) doAll(demo, past, person, now - 20 * DAY);
  must(confirmAttendance(people.acting(people.account("facilitator"), now - 5 * DAY), { offeringId: past.id }));

  const running = publish(demo, -12, 18);
  enter(demo, running, [teacher, ...others]);
  const [watch, write, quiz] = running.steps as [Step, Step, Step];
  const me = (person: DemoPerson, ago: number) => people.acting(person, now - ago);
  must(completeLink(me(teacher, 6 * DAY), watch.id));
  must(takeQuiz(me(teacher, 2 * DAY), answersOf(quiz, 1)));
  must(saveReflection(me(teacher, DAY), { stepId: write.id, text: "In my fourth period, the barrier is" }));
  doAll(demo, running, eager, now - 4 * DAY);
  must(completeLink(me(waiting, 5 * DAY), watch.id));
  must(handInReflection(me(waiting, 7 * HOUR), { stepId: write.id, text: REFLECTION }));
  must(handInReflection(me(returned, 3 * DAY), { stepId: write.id, text: REFLECTION }));
  const answer = "Thank you. Please name one lesson of yours, and what you would do differently in it.";
  const reader = people.acting(people.account("facilitator"), now - 2 * DAY);
  must(returnReflection(reader, { stepId: write.id, personId: returned.personId, number: 1, answer }));
}

interface Run {
  id: string;
  startsAt: number;
  steps: Step[];
}

/** An offering that opens and closes so many days from today: drafted, planned, approved and published before. */
function publish({ tx, catalog, people, now }: Demo, from: number, until: number): Run {
  const course = COURSES.find(({ slug }) => slug === COURSE) ?? COURSES[0]!;
  const facilitator = people.account("facilitator");
  const day = (offset: number) => addDays(dateOf(now, REGION_TIME_ZONE), offset);
  const startsAt = startOfDate(day(from), REGION_TIME_ZONE);
  const ownMinutes = OWN_TIME_STEPS.reduce((sum, { minutes }) => sum + minutes, 0);
  const { id } = must(
    createOffering(catalog.coordinating(startsAt - 60 * DAY), {
      ...{
        courseId: catalog.courseIdOf(course),
        modality: "online",
        place: ONLINE_PLACE.name,
        capacity: 40,
        priceCents: 0,
      },
      sessions: [
        { date: day(from), startTime: "08:00", endTime: "23:59", pauses: [], lastDate: day(until), ownMinutes },
      ],
      instructors: [{ personId: facilitator.personId, name: facilitator.name }],
      designations: [],
    }),
  );
  const session = listSessions(tx, id)[0]!;
  const planning = people.acting(facilitator, startsAt - 55 * DAY);
  for (const step of OWN_TIME_STEPS) must(addStep(planning, { ...step, sessionId: session.id }));
  const committeeMetOn = addDays(dateOf(startsAt, REGION_TIME_ZONE), -31);
  must(approveOffering(catalog.coordinating(startsAt - 30 * DAY), { offeringId: id, committeeMetOn }));
  must(publishOffering(catalog.coordinating(startsAt - 29 * DAY), id));
  return { id, startsAt, steps: listWholeSteps(tx, id) };
}

function enter({ people }: Demo, { id, startsAt }: Run, takers: readonly DemoPerson[]): void {
  for (const person of takers) must(register(people.acting(person, startsAt - 10 * DAY), { offeringId: id }));
}

/** Somebody does everything; the reflection is read within a day. */
function doAll({ people }: Demo, { steps }: Run, person: DemoPerson, at: number): void {
  const [watch, write, quiz] = steps as [Step, Step, Step];
  must(completeLink(people.acting(person, at), watch.id));
  must(takeQuiz(people.acting(person, at + HOUR), answersOf(quiz, 0)));
  must(handInReflection(people.acting(person, at + 2 * HOUR), { stepId: write.id, text: REFLECTION }));
  const reader = people.acting(people.account("facilitator"), at + DAY);
  must(acceptReflection(reader, { stepId: write.id, personId: person.personId, number: 1, answer: null }));
}

/** The answers to a quiz, so many of them wrong. */
function answersOf({ id, changedAt, questions }: Step, wrong: number) {
  const answers = (questions ?? []).map(({ right, answers: all }, index) =>
    index < wrong ? (right + 1) % all.length : right,
  );
  return { stepId: id, version: changedAt, answers };
}

const REFLECTION = `In my fourth-period science class, the barrier is the lab report: several students know what happened and
cannot get it onto the page in forty minutes. Next month I will offer three ways to show it: a written report, a narrated
slide, or a labelled drawing with a partner who writes down what is said. I will keep one rubric for all of them, about the
evidence and the reasoning, so that nobody wonders whether one way counts less. I will ask the students afterwards which way
helped them think, and bring two examples of each to our team.`;
