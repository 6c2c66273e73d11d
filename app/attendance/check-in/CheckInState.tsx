import { formatTimeRange } from "~/platform/format";
import { Status } from "~/ui/Status";

interface CheckInStateProps {
  startsAt: number;
  endsAt: number;
  timeZone: string;
  place: string;
  window: "open" | "not-yet" | "over";
  state: "waiting" | "in" | "none";
}

/** When a session meets, and whether its registered person has checked in. */
export function CheckInState({ startsAt, endsAt, timeZone, place, window, state }: CheckInStateProps) {
  return (
    <>
      <p className="text-soft">
        {formatTimeRange(startsAt, endsAt, timeZone)} · {place}
      </p>
      <p className="mt-1">{word(window, state)}</p>
    </>
  );
}

function word(window: CheckInStateProps["window"], state: CheckInStateProps["state"]) {
  if (state === "in") return <Status tone="good">The facilitator has marked you in</Status>;
  if (state === "waiting") return <Status tone="waiting">You checked in; the facilitator confirms it</Status>;
  if (window === "not-yet") return <Status tone="neutral">Check-in opens 30 minutes before the start</Status>;
  if (window === "over") return <Status tone="ended">This session is over</Status>;
  return <Status tone="neutral">You have not checked in</Status>;
}
