import { plural } from "~/platform/format";
import { Status, type Tone } from "~/ui/Status";
import { type Availability, availabilityOf, freeSeats, type SeatCounts } from "./seats";

const TONES: Record<Availability, Tone> = { open: "good", waitlist: "waiting", full: "ended" };

/** What is left of an offering's seats, in words. */
export function seatsInWords(counts: SeatCounts): string {
  const availability = availabilityOf(counts);
  if (availability === "open") return `${freeSeats(counts)} of ${plural(counts.capacity, "seat")} free`;
  if (availability === "full") return "Full, and the waitlist is full";
  return counts.waiting > 0 ? `Full · ${counts.waiting} on the waitlist` : "Full · waitlist open";
}

/** What is left of an offering's seats, as a status. */
export function Seats({ counts }: { counts: SeatCounts }) {
  return <Status tone={TONES[availabilityOf(counts)]}>{seatsInWords(counts)}</Status>;
}
