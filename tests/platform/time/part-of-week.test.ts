import { expect, test } from "vitest";
import { partOfWeek } from "~/platform/time/part-of-week";
import { at, ZONE } from "../../support/clock";

test.each([
  ["2027-03-09T15:59", "day"],
  ["2027-03-09T16:00", "evening"],
  ["2027-03-12T23:30", "evening"],
  ["2027-03-13T00:00", "weekend"],
  ["2027-03-14T16:00", "weekend"],
  ["2027-03-15T00:00", "day"],
])("%s is %s", (wallTime, part) => {
  expect(partOfWeek(at(wallTime), ZONE)).toBe(part);
});

test("it is the clock of the session's own zone that counts", () => {
  expect([ZONE, "America/Denver"].map((zone) => partOfWeek(at("2027-03-09T15:30"), zone))).toEqual(["day", "evening"]);
});
