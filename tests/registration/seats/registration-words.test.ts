import { expect, test } from "vitest";
import { changeInWords, registeredInWords, type StatusChange } from "~/registration/seats/registration-words";
import type { RegistrationStatus } from "~/registration/seats/status";

test.each([
  ["registered", "You have a seat."],
  ["requested", "Your seat is held until your supervisor has answered."],
  ["waitlisted", "You are on the waitlist."],
] as const)("whoever has just registered and is %s reads: %s", (status, words) => {
  expect(registeredInWords(status)).toBe(words);
});

const step = (
  fromStatus: RegistrationStatus | null,
  toStatus: RegistrationStatus,
  { reason = null, staffName = null }: { reason?: string | null; staffName?: string | null } = {},
): StatusChange => ({ fromStatus, toStatus, reason, staffName });
const staff = { staffName: "Cora Dinator", reason: "asked by phone" };

test.each([
  [step(null, "registered"), "You registered."],
  [step(null, "requested"), "Your supervisor was asked to approve."],
  [step(null, "waitlisted"), "You joined the waitlist."],
  [step("waitlisted", "offered"), "A seat came free and was offered to you."],
  [step("offered", "registered"), "You accepted the seat."],
  [step("offered", "requested"), "Your supervisor was asked to approve."],
  [step("offered", "declined"), "You declined the seat."],
  [step("offered", "declined", { reason: "the offer lapsed" }), "The time to accept the seat passed."],
  [step("requested", "registered"), "Your supervisor approved."],
  [step("requested", "declined"), "Your supervisor declined."],
  [step("requested", "declined", { reason: "the request lapsed" }), "Your supervisor did not answer in time."],
  [step("registered", "withdrawn"), "You withdrew."],
  [step("registered", "cancelled"), "The offering was cancelled."],
  [step("registered", "cancelled", { reason: "Snow" }), "The offering was cancelled: Snow"],
  [step("registered", "attended"), "Attendance was recorded: you attended."],
  [step("attended", "partial"), "Attendance was recorded: you attended in part."],
  [step("partial", "no-show"), "Attendance was recorded: you did not attend."],
  [step(null, "registered", staff), "Cora Dinator registered you: asked by phone"],
  [step(null, "registered", { staffName: "Cora Dinator" }), "Cora Dinator registered you."],
  [step("waitlisted", "registered", staff), "Cora Dinator gave you a seat: asked by phone"],
  [step(null, "waitlisted", staff), "Cora Dinator put you on the waitlist: asked by phone"],
  [step("registered", "withdrawn", staff), "Cora Dinator ended your registration: asked by phone"],
  // What Hourbook notes for itself is not for reading.
  [step("registered", "withdrawn", { reason: "withdraw" }), "You withdrew."],
])("R7 a step of a registration's history: %j", (change, words) => {
  expect(changeInWords(change)).toBe(words);
});
