import { isLive, type RegistrationStatus, ROSTER_STATUSES } from "~/registration/seats/status";

/** Why somebody could not join a session online. */
export type JoinRefusal =
  | "cancelled"
  | "no-seat"
  | "withdrawn"
  | "seat-waits"
  | "over"
  | "gone"
  | "no-link"
  | "not-yet"
  | "wrong-code"
  | "too-many-tries";

/** Each refusal in plain words: why, and what to do next. */
export const JOIN_REFUSALS: Record<JoinRefusal, { title: string; text: string }> = {
  cancelled: { title: "This offering was cancelled", text: "There is nothing to join any more." },
  "no-seat": {
    title: "You have no seat in this offering",
    text: "Register for it, or sign in with the account that you registered with. Only people with a seat can join online.",
  },
  withdrawn: {
    title: "You withdrew from this offering",
    text: "Your seat is no longer yours. Register again if you want to come after all.",
  },
  "seat-waits": {
    title: "You have no seat yet",
    text: "You can join as soon as a seat is yours. Your registration says how it stands.",
  },
  over: {
    title: "This session is over",
    text: "If you were there and are not marked in, tell the facilitator, who can still add you.",
  },
  gone: {
    title: "This session no longer takes place",
    text: "Your registration says when the other sessions are.",
  },
  "no-link": {
    title: "There is no link to join yet",
    text: "Nobody has said where this session meets online. Come back closer to its start, or ask the provider.",
  },
  "not-yet": { title: "It is too early to join", text: "You can join from 30 minutes before the start." },
  "wrong-code": {
    title: "This code does not fit",
    text: "It changes every minute: enter the one that the facilitator shows now.",
  },
  "too-many-tries": {
    title: "Too many wrong codes",
    text: "Wait ten minutes, or join without the code and ask the facilitator to mark you in.",
  },
};

/** What somebody is to a session: who teaches it or takes its attendance joins without a mark. */
export type JoinStanding = "leads" | "seat" | "waits" | "withdrawn" | "none";

interface Ties {
  /** Of their latest registration for the offering; null where there is none. */
  status: RegistrationStatus | null;
  teaches: boolean;
  takesAttendance: boolean;
}

/** What somebody is to a session, by their ties to its offering. A seat goes before the right to take attendance. */
export function joinStandingOf({ status, teaches, takesAttendance }: Ties): JoinStanding {
  if (teaches) return "leads";
  if (status && (ROSTER_STATUSES as readonly RegistrationStatus[]).includes(status)) return "seat";
  if (takesAttendance) return "leads";
  if (status && isLive(status)) return "waits";
  return status === "withdrawn" ? "withdrawn" : "none";
}

const WITHOUT_SEAT: Partial<Record<JoinStanding, JoinRefusal>> = {
  none: "no-seat",
  withdrawn: "withdrawn",
  waits: "seat-waits",
};

interface Asked {
  standing: JoinStanding;
  cancelled: boolean;
  window: "open" | "not-yet" | "over";
  hasLink: boolean;
}

/** Why a session cannot be joined now; null when it can. Who leads it may be there before everybody else. */
export function whyNotJoin({ standing, cancelled, window, hasLink }: Asked): JoinRefusal | null {
  if (cancelled) return "cancelled";
  // Nobody is sent to register for what is over.
  if (window === "over") return "over";
  const seatless = WITHOUT_SEAT[standing];
  if (seatless) return seatless;
  if (!hasLink) return "no-link";
  return window === "not-yet" && standing !== "leads" ? "not-yet" : null;
}
