import type { RegistrationStatus } from "./status";

/** Each status as people read it. */
export const STATUS_LABELS: Record<RegistrationStatus, string> = {
  requested: "Requested",
  waitlisted: "Waitlisted",
  offered: "Seat offered",
  registered: "Registered",
  withdrawn: "Withdrawn",
  declined: "Offer not taken",
  attended: "Attended",
  partial: "Attended in part",
  "no-show": "Did not attend",
  cancelled: "Offering cancelled",
};

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
      return "You asked for a place.";
    case "waitlisted":
      return "You joined the waitlist.";
    case "offered":
      return "A seat came free and was offered to you.";
    case "registered":
      if (fromStatus === "offered") return "You accepted the seat.";
      return staffName ? `${staffName} registered you.` : "You registered.";
    case "withdrawn":
      return staffName ? `${staffName} ended your registration${why}` : "You withdrew.";
    case "declined":
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
