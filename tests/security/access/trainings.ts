import { and, eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { registrations as registrationRows } from "#drizzle/schema/registration";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { addWalkIn } from "~/attendance/walk-ins/walk-in.server";
import { claimAndBill, feeOf, recordPayment } from "~/billing/fees/claim-fee.server";
import { issueInvoice } from "~/billing/invoices/invoice.server";
import { addQuestion, listQuestions } from "~/catalog/courses/question.server";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { requestCorrection } from "~/credits/corrections/correction-request.server";
import { postClaims } from "~/credits/ledger/posting.server";
import type { ActorContext } from "~/platform/context";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { messagePeople } from "~/registration/messages/message-people.server";
import { register } from "~/registration/seats/registration.server";
import { at, DAY, HOUR, MINUTE, TEST_NOW } from "../../support/clock";
import { actingAs } from "../../support/database";
import { makeCourse, makeOffering, type TestPerson } from "../../support/factories";
import { type Cast, LEARNERS, type LearnerName, TRAININGS, type TrainingName } from "./cast";
import { done } from "../../support/done";

/** The offerings of each training, by how far the hours of their people have come; seven hours on the day. */
const STAGES = {
  posted: "2026-09-21",
  ready: "2026-09-22",
  billed: "2026-09-23",
  billable: "2026-09-24",
  open: "2026-09-25",
  over: "2026-09-28",
  today: "2026-10-05",
  coming: "2027-03-09",
  asked: "2027-04-06",
  /** No seat is left: everybody waits. */
  full: "2027-05-04",
} as const;
export type Stage = keyof typeof STAGES;

/** Those whose attendance is confirmed. */
const HELD = ["posted", "ready", "billed", "billable", "open"] as const;

type Offering = ReturnType<typeof makeOffering>;

/** Where all trainings meet online: nobody reads it but whoever edits an offering. */
export const ONLINE = "https://meet.example/nobody-knows";

export interface Training {
  courseId: string;
  questionId: string;
  offerings: Record<Stage, Offering>;
  registrations: Record<LearnerName, Record<Stage, string>>;
  claims: Record<LearnerName, Partial<Record<Stage, string>>>;
  credits: Record<LearnerName, string>;
  invoices: Record<LearnerName, string>;
}

/** A training whose people went, through the commands that pages call, as far as each of its offerings says. */
export function makeTraining(db: Database, cast: Cast, name: TrainingName): Training {
  const { word, provider } = TRAININGS[name];
  const providerId = cast.providers[provider];
  const facilitator = cast.staff[`facilitator ${name}`];
  const coordinator = actingAs(db, cast.staff[`coordinator ${provider}`], { scopeIds: [providerId] });
  const courseId = makeCourse(db, { providerId, title: `${word} for all`, summary: `${word} in short.` });
  done(addQuestion(coordinator, { courseId, kind: "text", prompt: "Anything else?", choices: [], required: false }));
  const questionId = listQuestions(db, courseId)[0]!.id;
  const stages = Object.keys(STAGES) as Stage[];
  const made = Object.fromEntries(
    stages.map((stage) => [stage, makeStage(db, { courseId, providerId, word, stage, facilitator })]),
  ) as Training["offerings"];
  const names = (Object.keys(LEARNERS) as LearnerName[]).filter((each) => LEARNERS[each].training === name);
  const seatsOf = (each: LearnerName) =>
    stages.map((stage) => [stage, registerFor(db, cast.learners[each], made[stage])]);
  const registrations = Object.fromEntries(names.map((each) => [each, Object.fromEntries(seatsOf(each))]));
  const training = { courseId, questionId, offerings: made, registrations, claims: {}, credits: {}, invoices: {} };
  for (const stage of HELD) hold(db, facilitator, made[stage], true);
  hold(db, facilitator, made.over, false);
  for (const each of names) takeOn(db, cast, training as unknown as Training, each, provider);
  // New dates of which people were told, and which they have not confirmed.
  const moved = eq(registrationRows.offeringId, made.coming.id);
  db.update(registrationRows)
    .set({ moveToldAt: TEST_NOW - HOUR })
    .where(moved)
    .run();
  meetAtDoor(actingAs(db, facilitator, { now: TEST_NOW }), made.today, word);
  const words = { subject: `${word} news`, body: "Bring a pencil.", statuses: ["registered" as const], nonce: newId() };
  done(messagePeople(coordinator, made.coming, words));
  return training as unknown as Training;
}

/** Somebody whom nobody knows comes to the door. */
function meetAtDoor(ctx: ActorContext, { sessions: [session] }: Offering, word: string): void {
  const door = { sessionId: session!.id, deviceTime: ctx.now, nonce: newId() };
  done(addWalkIn(ctx, { ...door, name: `${word} walkin`, email: undefined }));
}

function makeStage(
  db: Database,
  input: { courseId: string; providerId: string; word: string; stage: Stage; facilitator: TestPerson },
): Offering {
  const { courseId, providerId, word, stage, facilitator } = input;
  const day = STAGES[stage];
  return makeOffering(db, {
    courseId,
    instructor: facilitator,
    capacity: stage === "full" ? 0 : 30,
    sessions: [
      {
        start: `${day}T09:15`,
        end: `${day}T17:15`,
        pauses: [{ kind: "meal", start: `${day}T12:00`, end: `${day}T13:00` }],
      },
    ],
    values: {
      providerId,
      place: `${word} Hall`,
      ...(stage === "asked" && { supervisorHours: 200 }),
      link: ONLINE,
    },
  });
}

function registerFor(db: Database, person: TestPerson, offering: Offering): string {
  const now = Math.min(TEST_NOW, offering.startsAt) - 5 * DAY;
  const asks = offering.supervisorHours ? { supervisorEmail: "supervisor@test.example" } : {};
  return done(register(actingAs(db, person, { now }), { offeringId: offering.id, ...asks })).id;
}

/** Everybody was there; the facilitator says so if told to. */
function hold(db: Database, facilitator: TestPerson, offering: Offering, confirms: boolean): void {
  const now = offering.startsAt + MINUTE;
  const [session] = offering.sessions;
  const marking = { sessionId: session!.id, deviceTime: now, nonce: newId() };
  done(markAllPresent(actingAs(db, facilitator, { now }), marking));
  const after = actingAs(db, facilitator, { now: offering.endsAt + HOUR });
  if (confirms) done(confirmAttendance(after, { offeringId: offering.id }));
}

function takeOn(db: Database, cast: Cast, training: Training, name: LearnerName, provider: "ash" | "birch"): void {
  const person = cast.learners[name];
  const registrar = cast.staff[`registrar ${provider}`];
  const mine: Partial<Record<Stage, string>> = (training.claims[name] = {});
  for (const stage of HELD) {
    const offering = training.offerings[stage];
    const own = and(eq(claims.offeringId, offering.id), eq(claims.personId, person.personId));
    const claimId = (mine[stage] = db.select().from(claims).where(own).get()!.id);
    if (stage === "open") continue;
    const me = actingAs(db, person, { now: offering.endsAt + 2 * HOUR });
    const staff = actingAs(db, registrar, { now: offering.endsAt + 3 * HOUR, scopeIds: [cast.providers[provider]] });
    done(claimAndBill(me, { claimId, requestedMinutes: 420 }));
    done(submitEvaluation(me, { claimId, answers: {} }));
    if (stage === "billed") training.invoices[name] = done(issueInvoice(staff, { claimIds: [claimId] })).id;
    if (stage === "billed" || stage === "billable") continue;
    const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!;
    const { cents: amountCents } = feeOf(db, me, row, person.personId, 420);
    const paid = { kind: "cheque" as const, amountCents, reference: "1042", receivedOn: STAGES[stage] };
    done(recordPayment(staff, { claimId, ...paid }));
    if (stage === "ready") continue;
    training.credits[name] = done(postClaims(staff, [claimId]))[0]!;
    const asking = actingAs(db, person, { now: at("2026-10-01T10:00") });
    done(requestCorrection(asking, { claimId, minutes: 360, reason: "I left an hour early on that day." }));
  }
}
