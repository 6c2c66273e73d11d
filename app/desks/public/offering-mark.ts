import { availabilityOf, freeSeats, type SeatCounts } from "~/registration/seats/seats";

/** Of an offering, what says when its page changes for everybody. */
export interface MarkedOffering {
  state: string;
  updatedAt: number;
  firstOpensAt: number | null;
  registrationOpensAt: number | null;
  registrationClosesAt: number | null;
  startsAt: number | null;
  endsAt: number | null;
}

/**
 * What open pages of an offering ask for again and again: another one when seats, dates or state have changed, or a time
 * has come at which registration opens or closes.
 */
export function offeringMark(offering: MarkedOffering, seats: SeatCounts, now: number): string {
  const { state, updatedAt, firstOpensAt, registrationOpensAt, registrationClosesAt, startsAt, endsAt } = offering;
  const passed = [firstOpensAt, registrationOpensAt, registrationClosesAt, startsAt, endsAt].filter(
    (at) => at !== null && at <= now,
  );
  return [state, updatedAt, passed.length, availabilityOf(seats), freeSeats(seats), seats.waiting].join(" ");
}
