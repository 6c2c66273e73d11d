import { formatDateTime } from "~/platform/format";
import { Status } from "~/ui/Status";
import { Seats } from "./Seats";
import type { SeatCounts } from "./seats";
import type { WindowState } from "./window";

interface SeatsInWindowProps {
  window: WindowState;
  registrationOpensAt: number | null;
  timeZone: string;
  seats: SeatCounts;
}

/** What is left of the seats while people can register; else when they can, or that it is over. */
export function SeatsInWindow({ window, registrationOpensAt, timeZone, seats }: SeatsInWindowProps) {
  if (window === "open") return <Seats counts={seats} />;
  if (window === "not-yet" && registrationOpensAt !== null)
    return <Status tone="neutral">Registration opens {formatDateTime(registrationOpensAt, timeZone)}</Status>;
  return <Status tone="ended">Registration has closed</Status>;
}
