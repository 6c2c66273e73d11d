/** Counts of one offering's registrations, read in the transaction that uses them. */
export interface SeatCounts {
  capacity: number;
  /** Registered, and those whom attendance has judged since. */
  registered: number;
  /** Seats held for people from the waitlist who have yet to answer. */
  offered: number;
  /** Seats held by requests that somebody has yet to confirm. */
  requested: number;
  waiting: number;
  /** Null: the waitlist may grow. */
  waitlistLimit: number | null;
}

/** Seats that nobody holds (R2). Never negative. */
export function freeSeats(counts: SeatCounts): number {
  return Math.max(0, counts.capacity - counts.registered - counts.offered - counts.requested);
}

/** Whether the waitlist takes one more. */
export function hasWaitlistRoom(counts: SeatCounts): boolean {
  return counts.waitlistLimit === null || counts.waiting < counts.waitlistLimit;
}

/** How many people of the waitlist can be offered a seat now (R1). */
export function seatsToOffer(counts: SeatCounts): number {
  return Math.min(freeSeats(counts), counts.waiting);
}

/** Where a newcomer goes: to a seat, to the waitlist while anyone waits or every seat is held (R1, R2), or nowhere. */
export function decideSeat(counts: SeatCounts): "registered" | "waitlisted" | "full" {
  if (freeSeats(counts) > 0 && counts.waiting === 0) return "registered";
  return hasWaitlistRoom(counts) ? "waitlisted" : "full";
}

/** What a person sees of the seats before they decide. */
export type Availability = "open" | "waitlist" | "full";

/** The availability that a newcomer meets. */
export function availabilityOf(counts: SeatCounts): Availability {
  const place = decideSeat(counts);
  return place === "registered" ? "open" : place === "waitlisted" ? "waitlist" : "full";
}
