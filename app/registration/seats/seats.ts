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

/** Seats that somebody holds: by a registration, an open offer or an unconfirmed request (R2). */
export function takenSeats(counts: SeatCounts): number {
  return counts.registered + counts.offered + counts.requested;
}

/** Seats that nobody holds (R2). Never negative. */
export function freeSeats(counts: SeatCounts): number {
  return Math.max(0, counts.capacity - takenSeats(counts));
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
export function decideSeat(counts: SeatCounts): "seat" | "waitlist" | "full" {
  if (freeSeats(counts) > 0 && counts.waiting === 0) return "seat";
  return hasWaitlistRoom(counts) ? "waitlist" : "full";
}

/** The counts after one newcomer went where `decideSeat` sent them. */
export function afterNewcomer(counts: SeatCounts): SeatCounts {
  const where = decideSeat(counts);
  if (where === "seat") return { ...counts, registered: counts.registered + 1 };
  return where === "waitlist" ? { ...counts, waiting: counts.waiting + 1 } : counts;
}

/** What a person sees of the seats before they decide. */
export type Availability = "open" | "waitlist" | "full";

/** The availability that a newcomer meets. */
export function availabilityOf(counts: SeatCounts): Availability {
  const where = decideSeat(counts);
  return where === "seat" ? "open" : where;
}

/** Why the head of the queue has no offer. */
export type WaitReason =
  "no-free-seat" | "seats-on-offer" | "seats-requested" | "registration-closed" | "being-offered";

/**
 * Why somebody who is next in the queue still waits: offers are made only while registration is open (R1), and a seat
 * that is held for somebody's answer is not free (R2).
 */
export function whyWaiting(counts: SeatCounts, registrationOpen: boolean): WaitReason {
  if (freeSeats(counts) > 0) return registrationOpen ? "being-offered" : "registration-closed";
  if (counts.offered > 0) return "seats-on-offer";
  return counts.requested > 0 ? "seats-requested" : "no-free-seat";
}
