import { CLOCK_TOLERANCE_MS } from "~/attendance/presence/presence";

/** What a device's clocks show: the one that people set, and one that only runs forward while a page is open. Milliseconds. */
export interface ClockReading {
  /** Names the page: its steady clock begins anew with each. */
  run: string;
  /** By the clock that people set, epoch milliseconds. */
  wall: number;
  /** By the steady clock; it may stand still while the device sleeps. */
  steady: number;
}

/** A device's clocks at a contact with the server, and the server's own, epoch milliseconds. */
export interface Contact extends ClockReading {
  server: number;
}

export interface CorrectedMoment {
  /** When it was by the server's clock, epoch milliseconds. */
  at: number;
  /** What is added to the device's own time, milliseconds. */
  offset: number;
  /** Whether the device's clock was changed between its contacts, so that the moment is less sure. */
  doubt: boolean;
}

/** Within so much the two clocks of a device went on alike. */
const ALIKE_MS = 2_000;

const offsetOf = ({ server, wall }: Contact): number => server - wall;

/** By how much more the clock that people set went on than the steady one; null between two pages. */
function drift(from: ClockReading, to: ClockReading): number | null {
  return from.run === to.run ? to.wall - from.wall - (to.steady - from.steady) : null;
}

const wentAlike = (from: ClockReading, to: ClockReading): boolean => {
  const gap = drift(from, to);
  return gap !== null && Math.abs(gap) <= ALIKE_MS;
};

/**
 * When a mark was made that waited on a device (T1): by the offset of the contact since which, or until which, its clock went on
 * evenly. Where a clock was set back, the steady one tells the moment, and it is in doubt. Else the device slept, or its clock was set
 * forward: the offset of the arrival holds, without a doubt where that of the contact before was the same. It is never later than its arrival.
 * @param before the last contact before the mark was made, if the device remembers one
 * @param arrival the contact that brings it
 */
export function correctMoment(mark: ClockReading, before: Contact | null, arrival: Contact): CorrectedMoment {
  const { offset, doubt } = findOffset(mark, before, arrival);
  const at = Math.min(mark.wall + offset, arrival.server);
  return { at, offset: at - mark.wall, doubt };
}

function findOffset(mark: ClockReading, before: Contact | null, arrival: Contact): Omit<CorrectedMoment, "at"> {
  const now = offsetOf(arrival);
  if (wentAlike(mark, arrival)) return { offset: now, doubt: false };
  const then = before && offsetOf(before);
  if (before && then !== null && wentAlike(before, mark)) return { offset: then, doubt: false };
  // Behind the steady clock a clock can only be set; ahead of it, the device may just have slept.
  const gone = before && drift(before, mark);
  if (gone !== null && then !== null && gone < 0) return { offset: then - gone, doubt: true };
  const left = drift(mark, arrival);
  if (left !== null && left < 0) return { offset: now + left, doubt: true };
  // A slow line puts a contact off by seconds, and is no change of the clock.
  return { offset: now, doubt: then === null || Math.abs(now - then) > CLOCK_TOLERANCE_MS };
}
