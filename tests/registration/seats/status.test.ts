import { expect, test } from "vitest";
import { canFollow, holdsSeat, isLive, REGISTRATION_STATUSES, ROSTER_STATUSES } from "~/registration/seats/status";

test("R7 the legal transitions are these", () => {
  const table = Object.fromEntries(
    REGISTRATION_STATUSES.map((from) => [from, REGISTRATION_STATUSES.filter((to) => canFollow(from, to)).join(" ")]),
  );
  expect(table).toEqual({
    // R1, R4, R6: a supervisor answers, the person leaves, the offering is cancelled.
    requested: "registered withdrawn declined cancelled",
    // R1: a seat is offered to whoever waits; R8: staff may give one out of turn.
    waitlisted: "offered registered withdrawn cancelled",
    offered: "requested registered withdrawn declined cancelled",
    registered: "withdrawn attended partial no-show cancelled",
    // T7: attendance may be corrected, and is never undone.
    attended: "partial no-show",
    partial: "attended no-show",
    "no-show": "attended partial",
    // R3: what ended stays as history; somebody who comes back has a new registration.
    withdrawn: "",
    declined: "",
    cancelled: "",
  });
});

test("R3 a live registration is every one that has not ended", () => {
  expect(REGISTRATION_STATUSES.filter((status) => !isLive(status))).toEqual(["withdrawn", "declined", "cancelled"]);
});

test("R2 every live registration but a waiting one holds a seat: an open offer and a request, too", () => {
  const live = REGISTRATION_STATUSES.filter(isLive);
  expect(live.filter((status) => !holdsSeat(status))).toEqual(["waitlisted"]);
  expect(REGISTRATION_STATUSES.filter((status) => holdsSeat(status) && !isLive(status))).toEqual([]);
});

test("the roster names those whose seat is settled, before and after attendance", () => {
  expect(ROSTER_STATUSES).toEqual(["registered", "attended", "partial", "no-show"]);
});
