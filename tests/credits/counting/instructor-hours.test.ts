import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { instructors } from "#drizzle/schema/catalog";
import { claims, earnings } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import { markAllPresent, recordMark } from "~/attendance/marks/marks.server";
import { previewAttendance } from "~/desks/facilitator/attendance-preview.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { countEveryone } from "~/credits/counting/instructor-hours";
import { newId } from "~/platform/ids";
import { makeRoster } from "../../support/attendance";
import { HOUR } from "../../support/clock";
import { makePerson } from "../../support/factories";

const SESSION = { startsAt: 0, endsAt: 4 * HOUR, pauses: [] };
const RULE = {
  sessions: [SESSION, { ...SESSION, startsAt: 24 * HOUR, endsAt: 28 * HOUR }],
  policy: { breaksCount: false, incrementMinutes: 30, minimumMinutes: 60 },
  approvedMinutes: 480,
};

/** A person who was there for so many hours of each session. */
const attendee = (teaches: boolean, ...hours: number[]) => ({
  person: { teaches },
  presences: RULE.sessions.map(({ startsAt }, index) => ({
    intervals: hours[index] ? [{ from: startsAt, to: startsAt + hours[index] * HOUR }] : [],
  })),
});

const CASES: [string, ReturnType<typeof attendee>[], number[]][] = [
  ["an instructor alone earns nothing", [attendee(true, 4, 4)], [0]],
  ["two instructors alone earn nothing", [attendee(true, 4, 4), attendee(true, 4, 4)], [0, 0]],
  ["an instructor and one participant earn what they attended", [attendee(true, 4, 4), attendee(false, 4)], [480, 240]],
  ["a participant who was marked absent is nobody", [attendee(true, 4, 4), attendee(false)], [0, 0]],
  ["a participant alone earns as ever", [attendee(false, 4, 4)], [480]],
];

test.each(CASES)("H7 %s", (_name, people, expected) => {
  expect(countEveryone(RULE, people).map(({ minutes }) => minutes)).toEqual(expected);
});

test("H7 the receipt of an instructor alone says why, and adds up to nothing", () => {
  const [alone] = countEveryone(RULE, [attendee(true, 4)]);
  expect(alone!.steps.at(-1)).toMatchObject({ reason: "no-participants", minutes: -240 });
  expect(alone!.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(0);
});

/** The facilitator marks themselves in and out, as an instructor of their own offering. */
function taught(options: { people: number }) {
  const all = makeRoster(options);
  const { personId } = all.facilitator;
  const { session } = all;
  for (const [kind, at] of [
    ["in", session.startsAt],
    ["out", session.endsAt],
  ] as const) {
    const ctx = { ...all.after, now: at };
    expect(recordMark(ctx, { sessionId: session.id, personId, kind, at, deviceTime: at, nonce: newId() }).ok).toBe(
      true,
    );
  }
  return all;
}

test("H7 an instructor whom the roster marks earns hours without a registration", () => {
  const all = taught({ people: 1 });
  const sent = { sessionId: all.session.id, deviceTime: all.after.now, nonce: newId() };
  expect(markAllPresent(all.after, sent)).toEqual({ ok: true, value: 1 });
  expect(confirmAttendance(all.after, { offeringId: all.offering.id })).toEqual({ ok: true, value: { claimable: 2 } });
  const mine = all.db.select().from(claims).where(eq(claims.personId, all.facilitator.personId)).get();
  expect(mine).toMatchObject({ status: "open", earnedMinutes: 420 });
  expect(all.db.select().from(registrations).all()).toHaveLength(1);
});

test("H7 an instructor to whom nobody came has no claim", () => {
  const all = taught({ people: 1 });
  expect(previewAttendance(all.after, all.offering.id).rows.map(({ teaches, minutes }) => [teaches, minutes])).toEqual([
    [false, 0],
    [true, 0],
  ]);
  expect(confirmAttendance(all.after, { offeringId: all.offering.id })).toEqual({ ok: true, value: { claimable: 0 } });
  expect(all.db.select().from(claims).all()).toEqual([]);
});

test("H7 an instructor who was never marked is left alone", () => {
  const all = makeRoster({ people: 1 });
  const other = makePerson(all.db);
  const row = { id: newId(), offeringId: all.offering.id, personId: other.personId, name: other.name };
  all.db.insert(instructors).values(row).run();
  const sent = { sessionId: all.session.id, deviceTime: all.after.now, nonce: newId() };
  markAllPresent(all.after, sent);
  confirmAttendance(all.after, { offeringId: all.offering.id });
  expect(all.db.select().from(earnings).all()).toHaveLength(1);
  expect(previewAttendance(all.after, all.offering.id).rows).toHaveLength(1);
});
