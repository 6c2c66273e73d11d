import { expect, test } from "vitest";
import { selfCancelDeadline, staffRegistrationDeadline } from "~/registration/seats/window";
import { at, ZONE } from "../../support/clock";

// R4, H5: days of wall time. The clocks change on 8 March and 1 November 2026.
test.each([
  ["in winter", "2026-01-20T08:00", 7, "2026-01-13T08:00"],
  ["into summer time", "2026-03-10T08:00", 7, "2026-03-03T08:00"],
  ["into winter time", "2026-11-03T16:30", 7, "2026-10-27T16:30"],
  ["none at all", "2026-11-03T16:30", 0, "2026-11-03T16:30"],
])("the last moment to withdraw by oneself stands at the session's own hour, %s", (_when, start, days, deadline) => {
  expect(selfCancelDeadline({ startsAt: at(start), timeZone: ZONE }, days)).toBe(at(deadline));
});

test.each([
  ["until the end, as long as the policy says nothing", undefined, "2026-11-01T16:00"],
  ["until the end, with no days after it", 0, "2026-11-01T16:00"],
  ["until the end of the day that lies so many days after", 3, "2026-11-05T00:00"],
])("R8 staff register people %s", (_when, days, deadline) => {
  const offering = { endsAt: at("2026-11-01T16:00"), timeZone: ZONE };
  expect(staffRegistrationDeadline(offering, days)).toBe(at(deadline));
  expect(staffRegistrationDeadline({ ...offering, endsAt: null }, days)).toBeNull();
});
