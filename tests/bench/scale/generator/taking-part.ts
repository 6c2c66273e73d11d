import { attendanceConfirmations, attendanceMarks } from "#drizzle/schema/attendance";
import { earnings } from "#drizzle/schema/credits";
import { registrationChanges, registrations } from "#drizzle/schema/registration";
import type { MarkKind } from "~/attendance/marks/mark-kind";
import { countClockHours, type CountStep } from "~/credits/counting/clock-hours";
import type { RegistrationStatus } from "~/registration/seats/status";
import type { Interval } from "~/credits/counting/interval";
import type { Keeping } from "./keeping";
import type { StateOffering } from "./offerings";
import { DAY, HOUR, MINUTE, type StatePerson, type World } from "./world";

/** How somebody took part: all the time, only later, or not at all. */
type Part = "full" | "late" | "absent";

export interface Participant {
  person: StatePerson;
  registrationId: string;
  registeredAt: number;
  status: RegistrationStatus;
  part: Part;
  /** What the confirmed attendance earned; null while it is not confirmed. */
  earnedMinutes: number | null;
}

/** Everybody who registered for an offering, with the history of each. */
export function register(world: World, keeping: Keeping, offering: StateOffering): Participant[] {
  const { plan } = offering;
  const latest = Math.min(offering.startsAt - DAY, world.now - HOUR);
  const waiting = plan.isFull ? Math.min(10, world.people.length - plan.size) : 0;
  return drawPeople(world, plan.size + waiting).map((person, index) => {
    const share = (index + 1) / (plan.size + waiting + 1);
    const registeredAt = Math.floor(offering.publishedAt + (latest - offering.publishedAt) * share);
    const waits = index >= plan.size;
    const { status, part } = waits
      ? { status: "waitlisted" as const, part: "absent" as const }
      : fateOf(world, offering);
    const row = { person, registrationId: world.ids.at(registeredAt), registeredAt, status, part, earnedMinutes: null };
    insertRegistration(world, keeping, offering, row, index + 1);
    return row;
  });
}

/** As many different people, from anywhere among all. */
function drawPeople({ chance, people }: World, count: number): StatePerson[] {
  const { length } = people;
  let step = 0;
  do step = chance.between(1, length - 1);
  while (commonDivisor(step, length) > 1);
  const start = chance.between(0, length - 1);
  return Array.from({ length: count }, (_, index) => people[(start + index * step) % length]!);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function fateOf({ chance, now }: World, { plan, endsAt }: StateOffering): Pick<Participant, "status" | "part"> {
  if (plan.state === "cancelled") return { status: "cancelled", part: "absent" };
  if (!plan.isFull && chance.happens(0.04)) return { status: "withdrawn", part: "absent" };
  if (endsAt > now) return { status: "registered", part: chance.happens(0.05) ? "late" : "full" };
  const draw = chance.next();
  if (draw < 0.03) return { status: "no-show", part: "absent" };
  return draw < 0.12 ? { status: "partial", part: "late" } : { status: "attended", part: "full" };
}

function insertRegistration(
  world: World,
  keeping: Keeping,
  offering: StateOffering,
  { person, registrationId, registeredAt, status }: Participant,
  arrival: number,
): void {
  const { rows, ids, now } = world;
  const confirmedAt = confirmationOf(offering);
  const isJudged = ["attended", "partial", "no-show"].includes(status);
  const first: RegistrationStatus = status === "waitlisted" ? "waitlisted" : "registered";
  // Judged when the attendance is confirmed; until then everybody is registered.
  const reached = isJudged && confirmedAt > now ? "registered" : status;
  const changedAt =
    reached === first ? registeredAt : isJudged ? confirmedAt : Math.floor(registeredAt + (now - registeredAt) * 0.1);
  rows.insert(registrations, {
    id: registrationId,
    offeringId: offering.id,
    personId: person.id,
    status: reached,
    arrival,
    organizer: offering.course.provider.contact,
    createdAt: registeredAt,
    updatedAt: changedAt,
  });
  const change = (from: RegistrationStatus | null, to: RegistrationStatus, at: number, actorId: string) => {
    const reason = to === "withdrawn" ? "by the person" : null;
    rows.insert(registrationChanges, {
      id: ids.at(at),
      registrationId,
      fromStatus: from,
      toStatus: to,
      at,
      actorId,
      reason,
    });
    keeping.audit(at, actorId, `registration.${to}`, registrationId, person.id, { offeringId: offering.id, from });
  };
  change(null, first, registeredAt, person.id);
  if (reached !== first) change(first, reached, changedAt, isJudged ? offering.facilitator.id : person.id);
}

/** When the facilitator confirms: within a day of the end. */
export function confirmationOf({ endsAt, sessions }: StateOffering): number {
  return endsAt + (20 + ((sessions.length * 7919 + endsAt / MINUTE) % 1_500)) * MINUTE;
}

/** The marks of the sessions that are over: a facilitator's one tap for all, or when each came and went. */
export function mark(
  world: World,
  keeping: Keeping,
  offering: StateOffering,
  people: Participant[],
  taps: "one" | "two",
): void {
  const present = people.filter(({ status }) => ["registered", "attended", "partial", "no-show"].includes(status));
  for (const session of offering.sessions) {
    if (session.endsAt > world.now) break;
    const tap = world.ids.at(session.startsAt);
    for (const participant of present) {
      const write = markWriter(world, keeping, offering, session.id, participant);
      if (participant.part === "absent") write("absent", session.startsAt + 45 * MINUTE);
      else if (participant.part === "full" && taps === "one") write("present-all", session.startsAt, tap);
      else {
        write(
          "in",
          participant.part === "late" ? cameLate(session) : session.startsAt - world.chance.between(0, 8) * MINUTE,
        );
        write("out", session.endsAt + world.chance.between(0, 5) * MINUTE);
      }
    }
  }
}

const cameLate = ({ startsAt, endsAt }: Pick<StateOffering, "startsAt" | "endsAt">) =>
  startsAt + Math.floor((endsAt - startsAt) / (3 * MINUTE)) * MINUTE;

function markWriter(
  world: World,
  keeping: Keeping,
  offering: StateOffering,
  sessionId: string,
  { person }: Participant,
) {
  const { rows, ids } = world;
  return (kind: MarkKind, at: number, tap?: string) => {
    const madeAt = at + 2 * MINUTE;
    const id = ids.at(madeAt);
    rows.insert(attendanceMarks, {
      id,
      sessionId,
      personId: person.id,
      kind,
      at,
      deviceTime: madeAt,
      serverTime: madeAt,
      nonce: tap ? `${tap}:${person.id}` : ids.at(madeAt),
      recordedBy: offering.facilitator.id,
      method: "roster",
    });
    keeping.audit(madeAt, offering.facilitator.id, `attendance.${kind}`, sessionId, person.id, {
      markId: id,
      at,
      method: "roster",
    });
  };
}

/** The facilitator's confirmation, and what everybody earned by it (H6); nothing before its time. */
export function confirm(world: World, keeping: Keeping, offering: StateOffering, people: Participant[]): void {
  const confirmedAt = confirmationOf(offering);
  if (confirmedAt > world.now) return;
  const confirmationId = world.ids.at(confirmedAt);
  const { facilitator, id: offeringId } = offering;
  world.rows.insert(attendanceConfirmations, {
    id: confirmationId,
    offeringId,
    confirmedAt,
    confirmedBy: facilitator.id,
  });
  keeping.audit(confirmedAt, facilitator.id, "attendance.confirmed", offeringId, null, {});
  const counted = {
    full: countPart(offering, "full"),
    late: countPart(offering, "late"),
    absent: countPart(offering, "absent"),
  };
  for (const participant of people) {
    if (!["attended", "partial", "no-show"].includes(participant.status)) continue;
    const { minutes, steps } = counted[participant.part];
    participant.earnedMinutes = minutes;
    const row = { id: world.ids.at(confirmedAt), offeringId, personId: participant.person.id, confirmationId };
    world.rows.insert(earnings, { ...row, minutes, steps, computedAt: confirmedAt });
  }
}

function countPart(
  { sessions, course, approvedMinutes }: StateOffering,
  part: Part,
): { minutes: number; steps: CountStep[] } {
  const presenceOf = (session: (typeof sessions)[number]): Interval[] =>
    part === "absent" ? [] : [{ from: part === "late" ? cameLate(session) : session.startsAt, to: session.endsAt }];
  const attended = sessions.map((session) => ({ ...session, presence: presenceOf(session) }));
  const { creditedMinutes, steps } = countClockHours({
    sessions: attended,
    policy: course.provider.policy,
    approvedMinutes,
  });
  return { minutes: creditedMinutes, steps };
}
