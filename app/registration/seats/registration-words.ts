import type { RegistrationStatus } from "./status";

/** Each status as people read it. */
export const STATUS_LABELS: Record<RegistrationStatus, string> = {
  requested: "Awaiting approval",
  waitlisted: "Waitlisted",
  offered: "Seat offered",
  registered: "Registered",
  withdrawn: "Withdrawn",
  declined: "Not taken",
  attended: "Attended",
  partial: "Attended in part",
  "no-show": "Did not attend",
  cancelled: "Offering cancelled",
};

/** What a person reads who has just registered. */
export function registeredInWords(status: RegistrationStatus): string {
  if (status === "registered") return "You have a seat.";
  return status === "requested" ? "Your seat is held until your supervisor has answered." : "You are on the waitlist.";
}

/** One step of a registration's history, as its own person reads it. */
export interface StatusChange {
  fromStatus: RegistrationStatus | null;
  toStatus: RegistrationStatus;
  reason: string | null;
  /** Null: Hourbook itself, or the person whose registration it is. */
  staffName: string | null;
}

/** A step of a registration's history in words. */
export function changeInWords({ fromStatus, toStatus, reason, staffName }: StatusChange): string {
  const why = reason && staffName ? `: ${reason}` : ".";
  switch (toStatus) {
    case "requested":
      return "Your supervisor was asked to approve.";
    case "waitlisted":
      return staffName ? `${staffName} put you on the waitlist${why}` : "You joined the waitlist.";
    case "offered":
      return "A seat came free and was offered to you.";
    case "registered":
      if (staffName) return fromStatus ? `${staffName} gave you a seat${why}` : `${staffName} registered you${why}`;
      if (fromStatus === "offered") return "You accepted the seat.";
      return fromStatus === "requested" ? "Your supervisor approved." : "You registered.";
    case "withdrawn":
      return staffName ? `${staffName} ended your registration${why}` : "You withdrew.";
    case "declined":
      if (fromStatus === "requested")
        return reason === "the request lapsed"
          ? "Your supervisor did not answer in time."
          : "Your supervisor declined.";
      return reason === "the offer lapsed" ? "The time to accept the seat passed." : "You declined the seat.";
    case "cancelled":
      return reason ? `The offering was cancelled: ${reason}` : "The offering was cancelled.";
    case "attended":
      return "Attendance was recorded: you attended.";
    case "partial":
      return "Attendance was recorded: you attended in part.";
    case "no-show":
      return "Attendance was recorded: you did not attend.";
  }
}
