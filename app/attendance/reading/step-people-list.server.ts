import { and, eq, gt, gte, inArray, isNull, lt, lte, not, or, type SQL, sql } from "drizzle-orm";
import { attendanceMarks } from "#drizzle/schema/attendance";
import { sessions } from "#drizzle/schema/catalog";
import { quizAttempts, reflections, sessionSteps } from "#drizzle/schema/online/steps";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { standing } from "~/attendance/marks/mark-rows.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { displayNameOf, type PersonName, staffNameOf } from "~/people/persons/name";
import { BY_NAME, isNamedBy, NAMED } from "~/people/persons/person-names.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { everyWord } from "~/platform/database/contains.server";
import { formatDateTime, plural } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import type { ReflectionState } from "~/attendance/steps/reflection-state";
import { STEP_PEOPLE_LIST } from "./step-people-list";
import { dueAtOf } from "~/attendance/steps/step-rules";
import { STEP_STANDING_WORDS, type StepStanding, standingOf } from "~/attendance/steps/step-standing";

/** The first mark of a person and a step that stands, or something of it. */
const ofDone = <Value>(column: SQL) => sql<Value | null>`(select ${column} from ${attendanceMarks}
  where ${attendanceMarks.stepId} = ${sessionSteps.id} and ${attendanceMarks.personId} = ${registrations.personId}
    and ${attendanceMarks.kind} = 'done' and ${standing} order by ${attendanceMarks.id} limit 1)`;
const doneAt = ofDone<number>(sql`${attendanceMarks.at}`);
const doneBy = ofDone<string>(sql`${attendanceMarks.recordedBy}`);

/** The newest version of a person's reflection, or something of it. */
const ofReflection = <Value>(column: SQL) => sql<Value | null>`(select ${column} from ${reflections}
  where ${reflections.stepId} = ${sessionSteps.id} and ${reflections.personId} = ${registrations.personId}
  order by ${reflections.number} desc limit 1)`;
const written = ofReflection<ReflectionState>(sql`${reflections.state}`);
const words = ofReflection<number>(sql`${reflections.words}`);

const ofAttempts = <Value>(column: SQL) => sql<Value | null>`(select ${column} from ${quizAttempts}
  where ${quizAttempts.stepId} = ${sessionSteps.id} and ${quizAttempts.personId} = ${registrations.personId})`;
const best = ofAttempts<number>(sql`max(${quizAttempts.right})`);
const attempts = ofAttempts<number>(sql`count(*)`);

export interface StepPersonRow {
  id: string;
  personId: string;
  stepId: string;
  name: string;
  sortName: string;
  step: string;
  minutes: number;
  standing: StepStanding;
  doneAt: number | null;
  late: boolean;
  /** "3 of 4 right, 2 attempts", "180 words". */
  result: string;
  recordedBy: string | null;
}

/**
 * Who has done which step of an offering whose attendance the actor takes. The read is audited (P5).
 * @throws Response 404 for any other
 */
export function openStepPeople(ctx: ActorContext, offeringId: string) {
  const offering = findMyOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  return { offering, source: stepPeopleSource(ctx, offering) };
}

function stepPeopleSource(ctx: ActorContext, offering: Offering): ListSource<StepPersonRow> {
  const here = and(eq(sessions.offeringId, offering.id), inArray(registrations.status, [...ROSTER_STATUSES]));
  const facts = { doneAt, doneBy, written, words, best, attempts };
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ ...facts, person: NAMED, step: sessionSteps, session: sessions })
      .from(sessions)
      .innerJoin(sessionSteps, eq(sessionSteps.sessionId, sessions.id))
      .innerJoin(registrations, eq(registrations.offeringId, sessions.offeringId))
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .where(and(here, where));
  const name = [persons.sortName, persons.id];
  return {
    shape: STEP_PEOPLE_LIST,
    tie: sql`${registrations.id} || ${sessionSteps.id}`,
    order: {
      person: [...name, sessions.startsAt, sessionSteps.position],
      step: [sessions.startsAt, sessionSteps.position, ...name],
      done: [doneAt],
      minutes: [sessionSteps.minutes],
    },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names"])),
      step: (id) => eq(sessionSteps.id, id),
      person: (id) => eq(persons.id, id),
      state: (value) => (value === "undone" ? isNull(doneAt) : stands(value as StepStanding, ctx.now)),
    },
    ...rowsOf(ctx.db, select, {
      describe: (rows) => {
        const personIds = [...new Set(rows.map(({ person }) => person.id))];
        recordReading(ctx, { action: "steps.read", subjectId: offering.id, personIds });
        const names = namesOf(
          ctx,
          rows.flatMap((row) => row.doneBy ?? []),
        );
        return rows.map((row) => describe(row, names, ctx.now));
      },
    }),
    cells: {
      person: (row) => row.sortName,
      step: (row) => row.step,
      state: (row) => STEP_STANDING_WORDS[row.standing].text,
      done: (row) =>
        row.doneAt === null ? null : `${formatDateTime(row.doneAt, offering.timeZone)}${row.late ? ", late" : ""}`,
      minutes: (row) => (row.standing === "done" ? row.minutes : 0),
      result: (row) => row.result,
      by: (row) => row.recordedBy,
    },
  };
}

/** In SQL what `standingOf` says; a test compares them. */
function stands(standingAsked: StepStanding, now: number): SQL | undefined {
  const isDone = sql`${doneAt} is not null`;
  const opensAt = sql<number>`coalesce(${sessionSteps.opensAt}, ${sessions.startsAt})`;
  const dueAt = sql<number>`coalesce(${sessionSteps.dueAt}, ${sessions.endsAt})`;
  const isNot = (state: ReflectionState) => or(isNull(written), sql`${written} <> ${state}`);
  const waits = and(not(isDone), isNot("waiting"));
  const over = lt(sessions.endsAt, now);
  const notYet = gt(opensAt, now);
  const working = and(waits, isNot("returned"), not(over), not(notYet));
  switch (standingAsked) {
    case "done":
      return isDone;
    case "waiting":
      return and(not(isDone), eq(written, "waiting"));
    case "missed":
      return and(waits, over, not(notYet));
    case "returned":
      return and(not(isDone), eq(written, "returned"), not(over));
    case "not-yet":
      return and(waits, isNot("returned"), notYet);
    case "open":
      return and(working, gte(dueAt, now));
    case "late":
      return and(working, lt(dueAt, now), lte(opensAt, now));
  }
}

interface JoinedStep {
  doneAt: number | null;
  doneBy: string | null;
  written: ReflectionState | null;
  words: number | null;
  best: number | null;
  attempts: number | null;
  person: PersonName & { id: string };
  step: typeof sessionSteps.$inferSelect;
  session: typeof sessions.$inferSelect;
}

function describe(row: JoinedStep, names: ReadonlyMap<string, string>, now: number): StepPersonRow {
  const { person, step, session, doneAt: at } = row;
  return {
    id: `${person.id} ${step.id}`,
    personId: person.id,
    stepId: step.id,
    name: displayNameOf(person),
    sortName: staffNameOf(person),
    step: step.title,
    minutes: step.minutes,
    standing: standingOf(step, session, { isDone: at !== null, reflection: row.written }, now),
    doneAt: at,
    late: at !== null && at > dueAtOf(step, session),
    result: resultOf(row),
    recordedBy: row.doneBy === null ? null : row.doneBy === person.id ? "Themselves" : (names.get(row.doneBy) ?? null),
  };
}

function resultOf({ step, words: written, best: right, attempts: taken }: JoinedStep): string {
  if (step.kind === "reflection") return written === null ? "" : plural(written, "word");
  if (step.kind !== "quiz" || !taken) return "";
  return `${right ?? 0} of ${step.questions?.length ?? 0} right, ${plural(taken, "attempt")}`;
}

function namesOf(ctx: ActorContext, ids: readonly string[]): Map<string, string> {
  const rows = ctx.db
    .select()
    .from(persons)
    .where(inArray(persons.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map((row) => [row.id, staffNameOf(row)]));
}

/** Steps and people of an offering, as choices of the filters. */
export function listStepChoices(ctx: ActorContext, offeringId: string) {
  const steps = ctx.db
    .select({ value: sessionSteps.id, label: sessionSteps.title })
    .from(sessionSteps)
    .innerJoin(sessions, eq(sessions.id, sessionSteps.sessionId))
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(sessions.startsAt, sessionSteps.position)
    .all();
  const people = ctx.db
    .select({ person: NAMED })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, [...ROSTER_STATUSES])))
    .orderBy(...BY_NAME)
    .all();
  return { step: steps, person: people.map(({ person }) => ({ value: person.id, label: staffNameOf(person) })) };
}
