import fc from "fast-check";
import { expect, test } from "vitest";
import { approvableMinutes, type CountInput, countClockHours } from "~/credits/counting/clock-hours";
import { at, HOUR, MINUTE } from "../../support/clock";

const PSESD = { breaksCount: false, incrementMinutes: 30, minimumMinutes: 60 };
const ESD_113 = { breaksCount: true, incrementMinutes: 30, minimumMinutes: 60 };
const OSPI_PLAIN = { breaksCount: true, incrementMinutes: 1, minimumMinutes: 60 };

/** Full presence in sessions of so many minutes, with pauses of so many minutes inside. */
function whole(lengths: number[], pauses: { kind: "meal" | "break"; minutes: number }[] = []): CountInput["sessions"] {
  return lengths.map((minutes, day) => {
    const startsAt = at("2027-02-01T08:00") + day * 24 * HOUR;
    const endsAt = startsAt + minutes * MINUTE;
    let next = startsAt + HOUR;
    return {
      startsAt,
      endsAt,
      presence: [{ from: startsAt, to: endsAt }],
      pauses: pauses.map(({ kind, minutes: length }) => {
        const pause = { kind, startsAt: next, endsAt: next + length * MINUTE };
        next = pause.endsAt + HOUR;
        return pause;
      }),
    };
  });
}

const lunch = (minutes: number) => ({ kind: "meal" as const, minutes });
const pause = (minutes: number) => ({ kind: "break" as const, minutes });

test.each([
  ["H2 3 h 45 gives 3.5", whole([225]), PSESD, 210],
  ["H1 8:00–16:00 with 60 lunch gives 7.0", whole([480], [lunch(60)]), PSESD, 420],
  ["H2 with two 15-minute breaks gives 6.5", whole([480], [lunch(60), pause(15), pause(15)]), PSESD, 390],
  ["H2 OSPI plain: breaks count, 7.0", whole([480], [lunch(60), pause(15), pause(15)]), OSPI_PLAIN, 420],
  ["H2 45 lunch: 7.25 rounds down to 7.0", whole([480], [lunch(45)]), PSESD, 420],
  ["H4 59 min gives nothing", whole([59]), PSESD, 0],
  ["H4 60 min gives 1.0", whole([60]), PSESD, 60],
  ["H2 89 min gives 1.0", whole([89]), PSESD, 60],
  ["H2 90 min gives 1.5", whole([90]), PSESD, 90],
  ["H3 8 × 30 min gives 4.0", whole([30, 30, 30, 30, 30, 30, 30, 30]), PSESD, 240],
  ["H3 3 × 45 min gives 2.0", whole([45, 45, 45]), PSESD, 120],
  ["H2 ESD 113: 4.75 gives 4.5", whole([285]), ESD_113, 270],
] as const)("%s", (_name, sessions, policy, expected) => {
  const input = { sessions: [...sessions], policy, approvedMinutes: 10_000 };
  expect(countClockHours(input).creditedMinutes).toBe(expected);
  expect(approvableMinutes([...sessions], policy)).toBe(expected);
});

test("H6 approved 6.0, attended 4 h 45 gives at most 4.5", () => {
  const [session] = whole([360]);
  const presence = [{ from: session!.startsAt, to: session!.startsAt + 285 * MINUTE }];
  const result = countClockHours({ sessions: [{ ...session!, presence }], policy: PSESD, approvedMinutes: 360 });
  expect(result.creditedMinutes).toBe(270);
});

test("H6 nobody earns more than was approved", () => {
  const result = countClockHours({ sessions: whole([480]), policy: PSESD, approvedMinutes: 360 });
  expect(result.creditedMinutes).toBe(360);
  expect(result.steps.at(-1)).toMatchObject({ reason: "approved-cap", minutes: -120 });
});

test("H4 a short presence in a long enough offering still counts", () => {
  const [session] = whole([480]);
  const presence = [{ from: session!.startsAt, to: session!.startsAt + 30 * MINUTE }];
  const result = countClockHours({ sessions: [{ ...session!, presence }], policy: PSESD, approvedMinutes: 480 });
  expect(result.creditedMinutes).toBe(30);
});

test("H5 a night across the March clock change counts what really elapsed", () => {
  const startsAt = at("2027-03-13T22:00");
  const endsAt = at("2027-03-14T06:00");
  const session = { startsAt, endsAt, pauses: [], presence: [{ from: startsAt, to: endsAt }] };
  const result = countClockHours({ sessions: [session], policy: PSESD, approvedMinutes: 10_000 });
  expect(result.creditedMinutes).toBe(7 * 60);
});

test("H5 a session across midnight counts as one", () => {
  const startsAt = at("2027-02-01T22:30");
  const endsAt = at("2027-02-02T01:00");
  const session = { startsAt, endsAt, pauses: [], presence: [{ from: startsAt, to: endsAt }] };
  expect(countClockHours({ sessions: [session], policy: PSESD, approvedMinutes: 10_000 }).creditedMinutes).toBe(150);
});

test("presence before the start counts nothing and the receipt says so", () => {
  const [session] = whole([60]);
  const presence = [{ from: session!.startsAt - 20 * MINUTE, to: session!.endsAt }];
  const { creditedMinutes, steps } = countClockHours({
    sessions: [{ ...session!, presence }],
    policy: PSESD,
    approvedMinutes: 60,
  });
  expect(creditedMinutes).toBe(60);
  expect(steps.map((step) => step.reason)).toEqual(["presence", "outside"]);
});

test.each([
  ["sessions[0].endsAt", { startsAt: 10, endsAt: 5 }, {}],
  ["sessions[0].startsAt", { startsAt: Number.NaN, endsAt: 5 }, {}],
  ["sessions[0].pauses[0].endsAt", { pauses: [{ kind: "meal", startsAt: 9, endsAt: 1 }] }, {}],
  ["sessions[0].presence[0].to", { presence: [{ from: 9, to: 1 }] }, {}],
  ["policy.incrementMinutes", {}, { policy: { ...PSESD, incrementMinutes: 0 } }],
  ["policy.minimumMinutes", {}, { policy: { ...PSESD, minimumMinutes: -1 } }],
  ["approvedMinutes", {}, { approvedMinutes: 1.5 }],
])("malformed input throws a RangeError that names %s", (field, session, rest) => {
  const sessions = [{ startsAt: 0, endsAt: HOUR, pauses: [], presence: [], ...session }] as CountInput["sessions"];
  const input = { sessions, policy: PSESD, approvedMinutes: 60, ...rest };
  expect(() => countClockHours(input)).toThrow(RangeError);
  expect(() => countClockHours(input)).toThrow(field);
});

const instant = fc.integer({ min: 0, max: 30 * HOUR });
const span = fc.tuple(instant, instant).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const session = fc.record({
  whole: span,
  presence: fc.array(span, { maxLength: 5 }),
  pauses: fc.array(
    fc.tuple(span, fc.constantFrom("meal" as const, "break" as const)).map(([{ from, to }, kind]) => ({
      kind,
      startsAt: from,
      endsAt: to,
    })),
    { maxLength: 4 },
  ),
});
const anyInput: fc.Arbitrary<CountInput> = fc.record({
  sessions: fc.array(
    session.map(({ whole: { from, to }, presence, pauses }) => ({ startsAt: from, endsAt: to, presence, pauses })),
    { maxLength: 4 },
  ),
  policy: fc.record({
    breaksCount: fc.boolean(),
    incrementMinutes: fc.constantFrom(1, 15, 30),
    minimumMinutes: fc.constantFrom(0, 60),
  }),
  approvedMinutes: fc.integer({ min: 0, max: 3000 }),
});

test("law: the receipt's arithmetic adds up to the result", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { creditedMinutes, steps } = countClockHours(input);
      expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(creditedMinutes);
      expect(steps.every((step) => Number.isSafeInteger(step.minutes))).toBe(true);
    }),
  );
});

test("law: never more than approved, never less than nothing, always whole increments or the cap", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { creditedMinutes } = countClockHours(input);
      expect(creditedMinutes).toBeGreaterThanOrEqual(0);
      expect(creditedMinutes).toBeLessThanOrEqual(input.approvedMinutes);
      expect(creditedMinutes === input.approvedMinutes || creditedMinutes % input.policy.incrementMinutes === 0).toBe(
        true,
      );
    }),
  );
});

test("law: more presence never earns less", () => {
  fc.assert(
    fc.property(anyInput, span, (input, more) => {
      const added = { ...input, sessions: input.sessions.map((s) => ({ ...s, presence: [...s.presence, more] })) };
      expect(countClockHours(added).creditedMinutes).toBeGreaterThanOrEqual(countClockHours(input).creditedMinutes);
    }),
  );
});

test("law: the order of intervals is irrelevant", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const reversed = input.sessions.map((s) => ({
        ...s,
        presence: [...s.presence].reverse(),
        pauses: [...s.pauses].reverse(),
      }));
      expect(countClockHours({ ...input, sessions: reversed })).toEqual(countClockHours(input));
    }),
  );
});

const DONE = { title: "Watch", at: at("2027-02-10T20:00"), late: false };
const ownTime = (ownMinutes: number, ...done: number[]): CountInput["sessions"] => [
  {
    ...{ startsAt: at("2027-02-01T08:00"), endsAt: at("2027-02-28T23:59"), pauses: [], presence: [], ownMinutes },
    done: done.map((minutes) => ({ ...DONE, minutes })),
  },
];

test.each([
  ["H6 all steps", ownTime(180, 60, 60, 60), 180, 180],
  ["H6 some steps", ownTime(180, 60), 60, 180],
  ["H3 three steps of 25 are rounded once", ownTime(75, 25, 25, 25), 60, 60],
  ["H3 with a session that people attended", [...whole([100]), ...ownTime(80, 80)], 180, 180],
  ["H4 too little work for hours", ownTime(45, 45), 0, 0],
  ["H6 nothing done", ownTime(180), 0, 180],
])("own time: %s", (_name, sessions, credited, approvable) => {
  expect(countClockHours({ sessions, policy: PSESD, approvedMinutes: 6000 }).creditedMinutes).toBe(credited);
  expect(approvableMinutes(sessions, PSESD)).toBe(approvable);
});

test("H6 never more than was approved, whatever the steps hold", () => {
  const { creditedMinutes, steps } = countClockHours({
    sessions: ownTime(180, 120, 90),
    policy: PSESD,
    approvedMinutes: 180,
  });
  expect([creditedMinutes, steps.at(-1)!.reason]).toEqual([180, "approved-cap"]);
});
