import { formatDateTime } from "~/platform/format";
import { Status, type Tone } from "~/ui/Status";
import { STATUS_LABELS } from "./registration-words";
import type { RegistrationStatus as Value } from "./status";

const TONES: Record<Value, Tone> = {
  requested: "waiting",
  waitlisted: "waiting",
  offered: "attention",
  registered: "good",
  withdrawn: "ended",
  declined: "ended",
  attended: "good",
  partial: "info",
  "no-show": "attention",
  cancelled: "ended",
};

interface RegistrationStatusProps {
  status: Value;
  /** The position of somebody who waits. */
  position?: number | null;
  /** When an offered seat lapses, epoch milliseconds. */
  offerExpiresAt?: number | null;
  timeZone?: string;
}

/** A registration's status: "Waitlisted #3", "Seat offered until …". */
export function RegistrationStatus({ status, position, offerExpiresAt, timeZone }: RegistrationStatusProps) {
  const until = offerExpiresAt && timeZone ? ` until ${formatDateTime(offerExpiresAt, timeZone)}` : "";
  const number = status === "waitlisted" && position ? ` #${position}` : "";
  return (
    <Status tone={TONES[status]}>
      {STATUS_LABELS[status]}
      {number}
      {until}
    </Status>
  );
}
