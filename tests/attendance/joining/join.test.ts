import { expect, test } from "vitest";
import { type JoinRefusal, type JoinStanding, joinStandingOf, whyNotJoin } from "~/attendance/joining/join";
import type { RegistrationStatus } from "~/registration/seats/status";

const STANDINGS: [RegistrationStatus | null, { teaches?: true; takesAttendance?: true }, JoinStanding][] = [
  ["registered", {}, "seat"],
  ["attended", {}, "seat"],
  ["no-show", {}, "seat"],
  ["requested", {}, "waits"],
  ["waitlisted", {}, "waits"],
  ["offered", {}, "waits"],
  ["withdrawn", {}, "withdrawn"],
  ["declined", {}, "none"],
  ["cancelled", {}, "none"],
  [null, {}, "none"],
  [null, { teaches: true }, "leads"],
  [null, { takesAttendance: true }, "leads"],
  ["waitlisted", { takesAttendance: true }, "leads"],
  // Whoever takes attendance elsewhere and has a seat here comes as a participant; who teaches never does.
  ["registered", { takesAttendance: true }, "seat"],
  ["registered", { teaches: true }, "leads"],
];

test("what somebody is to a session follows from their registration, and from whether they lead it", () => {
  for (const [status, ties, standing] of STANDINGS)
    expect(
      joinStandingOf({ status, teaches: false, takesAttendance: false, ...ties }),
      `${status} ${JSON.stringify(ties)}`,
    ).toBe(standing);
});

type Asked = Parameters<typeof whyNotJoin>[0];
const REFUSALS: [Partial<Asked>, JoinRefusal | null][] = [
  [{}, null],
  [{ window: "not-yet" }, "not-yet"],
  [{ window: "over" }, "over"],
  [{ hasLink: false }, "no-link"],
  [{ hasLink: false, window: "not-yet" }, "no-link"],
  [{ hasLink: false, window: "over" }, "over"],
  [{ cancelled: true }, "cancelled"],
  [{ standing: "none" }, "no-seat"],
  [{ standing: "withdrawn" }, "withdrawn"],
  [{ standing: "withdrawn", window: "over" }, "over"],
  [{ standing: "none", window: "over" }, "over"],
  [{ standing: "waits", hasLink: false }, "seat-waits"],
  [{ standing: "leads", window: "not-yet" }, null],
  [{ standing: "leads", window: "over" }, "over"],
  [{ standing: "leads", hasLink: false }, "no-link"],
];

test("a session is joined by whoever has a seat or leads it, in its window, where there is a link", () => {
  for (const [asked, refusal] of REFUSALS)
    expect(
      whyNotJoin({ standing: "seat", cancelled: false, window: "open", hasLink: true, ...asked }),
      JSON.stringify(asked),
    ).toBe(refusal);
});
