import { countClockHours, type CountedStep, type CountInput, type CountStep } from "./clock-hours";
import type { Interval } from "./interval";

/** One person as far as their hours need it: presence per session, and whether they teach. */
interface Attendee {
  person: { teaches: boolean };
  presences: { intervals: Interval[]; done?: readonly CountedStep[] }[];
}

/** What a person earned, in whole minutes, with the receipt. */
export interface Earned {
  minutes: number;
  steps: CountStep[];
  /** Whether they were there at all. */
  present: boolean;
}

interface Rule {
  sessions: Omit<CountInput["sessions"][number], "presence">[];
  policy: CountInput["policy"];
  approvedMinutes: number;
}

/**
 * What everybody earned (H6). Who teaches earns like anybody else, but nothing when no participant was present: somebody
 * present who does not teach (H7).
 */
export function countEveryone<Person extends Attendee>(
  { sessions, policy, approvedMinutes }: Rule,
  attendees: readonly Person[],
): (Person & Earned)[] {
  const isPresent = ({ presences }: Attendee) =>
    presences.some(({ intervals, done }) => intervals.length + (done?.length ?? 0) > 0);
  const taught = attendees.some((attendee) => !attendee.person.teaches && isPresent(attendee));
  return attendees.map((attendee) => {
    const attended = sessions.map((session, index) => ({
      ...session,
      presence: attendee.presences[index]!.intervals,
      done: attendee.presences[index]!.done ?? [],
    }));
    const { creditedMinutes, steps } = countClockHours({ sessions: attended, policy, approvedMinutes });
    const alone = attendee.person.teaches && !taught && creditedMinutes > 0;
    return {
      ...attendee,
      present: isPresent(attendee),
      minutes: alone ? 0 : creditedMinutes,
      steps: alone ? [...steps, noParticipants(creditedMinutes)] : steps,
    };
  });
}

function noParticipants(minutes: number): CountStep {
  return { reason: "no-participants", minutes: -minutes, session: null, from: null, to: null };
}
