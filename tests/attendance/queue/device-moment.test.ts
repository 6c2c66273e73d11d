import { expect, test } from "vitest";
import { type ClockReading, type Contact, correctMoment } from "~/attendance/queue/device-moment";
import { MINUTE } from "../../support/clock";

const NINE = Date.UTC(2027, 2, 9, 17);

/** Clocks of a device that opened its page at nine: so many minutes later, its clock off by so many, its page's name. */
const reading = (minutes: number, off = 0, run = "page"): ClockReading => ({
  run,
  wall: NINE + (minutes + off) * MINUTE,
  steady: minutes * MINUTE,
});
const contact = (minutes: number, off = 0, run = "page"): Contact => ({
  ...reading(minutes, off, run),
  server: NINE + minutes * MINUTE,
});

const CASES: [
  told: string,
  mark: ClockReading,
  before: Contact | null,
  arrival: Contact,
  at: number,
  doubt: boolean,
][] = [
  ["a right clock", reading(10), contact(0), contact(60), 10, false],
  ["a clock that is seven minutes slow", reading(10, -7), contact(0, -7), contact(60, -7), 10, false],
  ["a clock that is seven minutes fast", reading(10, 7), contact(0, 7), contact(60, 7), 10, false],
  ["without a contact before, by the arrival of the same page", reading(10, -7), null, contact(60, -7), 10, false],
  [
    "after the page was opened anew, by the contact before",
    reading(10, -7),
    contact(0, -7),
    contact(60, 0, "b"),
    10,
    false,
  ],
  ["another page before and after, both alike", reading(10, 3, "b"), contact(0, 3), contact(60, 3, "c"), 10, false],
  ["a slow line, half a minute late", reading(10, 0, "b"), contact(0, -0.5), contact(60, 0, "c"), 10, false],
  ["another page before and after, minutes apart", reading(10, 0, "b"), contact(0), contact(60, -3, "c"), 13, true],
  ["set right after the mark", reading(10, -7), contact(0, -7), contact(60), 10, false],
  ["set right before the mark", reading(10), contact(0, -7), contact(60), 10, false],
  ["set back for this mark, and right again", reading(10, -30), contact(0), contact(60), 10, true],
  ["set forward for this mark, and right again", reading(10, 30), contact(0), contact(60), 10, true],
  ["set back for this mark, and changed once more", reading(10, -30), contact(0), contact(60, 5), 10, true],
  ["no contact before, another page brings it", reading(10, 0, "b"), null, contact(60, -7), 17, true],
  ["never later than its arrival", reading(80, 0, "b"), null, contact(60), 60, true],
];

test.each(CASES)("T1 %s", (_told, mark, before, arrival, at, doubt) => {
  const corrected = correctMoment(mark, before, arrival);
  expect({ at: (corrected.at - NINE) / MINUTE, doubt: corrected.doubt }).toEqual({ at, doubt });
  expect(mark.wall + corrected.offset).toBe(corrected.at);
});

test("T1 a device that slept, so that its steady clock stood still, is no doubt while its offset stays", () => {
  const slept: ClockReading = { run: "page", wall: NINE + 40 * MINUTE, steady: 10 * MINUTE };
  const woken: Contact = { run: "page", wall: NINE + 90 * MINUTE, steady: 15 * MINUTE, server: NINE + 90 * MINUTE };
  expect(correctMoment(slept, contact(0), woken)).toEqual({ at: slept.wall, offset: 0, doubt: false });
});
