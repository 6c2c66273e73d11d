import { expect, test } from "vitest";
import { claimsInWords, seatsOf, whenInWords } from "~/desks/coordinator/offering-words";
import { at, ZONE } from "../../support/clock";

const seats = { capacity: 20, waitlistLimit: 5, registered: 3, waiting: 0, offered: 0, requested: 0 };

test("seats are what there are until people can register, then what is free, then who came", () => {
  expect(seatsOf({ state: "draft", isOver: false, seats })).toBe("20 seats");
  expect(seatsOf({ state: "published", isOver: false, seats })).toBe("17 of 20 seats free");
  expect(seatsOf({ state: "published", isOver: true, seats })).toBe("3 people");
});

test("an offering without sessions has no dates", () => {
  const row = { startsAt: null, endsAt: null, timeZone: ZONE, sessionCount: 0 };
  expect(whenInWords(row)).toBe("No sessions yet");
  const dated = { ...row, startsAt: at("2027-03-09T08:00"), endsAt: at("2027-03-11T16:00"), sessionCount: 2 };
  expect(whenInWords(dated)).toContain("2 sessions");
});

test("claims are told by how far they have come; none is a dash", () => {
  expect(claimsInWords({ open: 1, claimed: 0, posted: 4 })).toBe("1 to claim · 4 posted");
  expect(claimsInWords({ open: 0, claimed: 0, posted: 0 })).toBe("–");
});
