import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterNewcomer,
  availabilityOf,
  decideSeat,
  freeSeats,
  type SeatCounts,
  seatsToOffer,
  takenSeats,
  whyWaiting,
} from "~/registration/seats/seats";

const counts = (input: Partial<SeatCounts>): SeatCounts => ({
  capacity: 2,
  registered: 0,
  offered: 0,
  requested: 0,
  waiting: 0,
  waitlistLimit: null,
  ...input,
});

const any = fc.record({
  capacity: fc.nat(50),
  registered: fc.nat(50),
  offered: fc.nat(20),
  requested: fc.nat(20),
  waiting: fc.nat(50),
  waitlistLimit: fc.option(fc.nat(50)),
});

// R1, R2: who holds seats, who waits, how long the waitlist may be, and where a newcomer goes.
const GOLDEN: [string, Partial<SeatCounts>, ReturnType<typeof decideSeat>][] = [
  ["a free seat and nobody waiting", { registered: 1 }, "seat"],
  ["every seat registered", { registered: 2 }, "waitlist"],
  ["an open offer holds a seat", { registered: 1, offered: 1 }, "waitlist"],
  ["an unconfirmed request holds a seat", { registered: 1, requested: 1 }, "waitlist"],
  ["a free seat while somebody waits", { registered: 1, waiting: 1 }, "waitlist"],
  ["the last position on the waitlist", { registered: 2, waiting: 1, waitlistLimit: 2 }, "waitlist"],
  ["no position on the waitlist", { registered: 2, waiting: 2, waitlistLimit: 2 }, "full"],
  ["no waitlist at all", { registered: 2, waitlistLimit: 0 }, "full"],
  ["more taken than seats", { registered: 3 }, "waitlist"],
];

test.each(GOLDEN)("R2 %s: a newcomer gets %o → %s", (_name, input, expected) => {
  expect(decideSeat(counts(input))).toBe(expected);
});

test("R2 no newcomer ever makes more seats taken than there are, nor a longer waitlist than allowed", () => {
  fc.assert(
    fc.property(any, (before) => {
      const after = afterNewcomer(before);
      expect(takenSeats(after)).toBeLessThanOrEqual(Math.max(before.capacity, takenSeats(before)));
      if (before.waitlistLimit !== null)
        expect(after.waiting).toBeLessThanOrEqual(Math.max(before.waitlistLimit, before.waiting));
      expect(after.waiting + after.registered).toBe(
        before.waiting + before.registered + (decideSeat(before) === "full" ? 0 : 1),
      );
    }),
  );
});

test("R1 never more offers than free seats or people waiting", () => {
  fc.assert(
    fc.property(any, (before) => {
      expect(seatsToOffer(before)).toBeLessThanOrEqual(freeSeats(before));
      expect(seatsToOffer(before)).toBeLessThanOrEqual(before.waiting);
      expect(availabilityOf(before) === "open").toBe(freeSeats(before) > 0 && before.waiting === 0);
    }),
  );
});

test("R1 whoever waits is told why: no seat, seats on offer, seats requested, or registration closed", () => {
  expect(whyWaiting(counts({ registered: 2, waiting: 1 }), true)).toBe("no-free-seat");
  expect(whyWaiting(counts({ registered: 1, offered: 1, waiting: 1 }), true)).toBe("seats-on-offer");
  expect(whyWaiting(counts({ registered: 1, requested: 1, waiting: 1 }), true)).toBe("seats-requested");
  expect(whyWaiting(counts({ registered: 1, waiting: 1 }), false)).toBe("registration-closed");
  expect(whyWaiting(counts({ registered: 1, waiting: 1 }), true)).toBe("being-offered");
});
