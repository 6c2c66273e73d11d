import { expect, test } from "vitest";
import type { MarkKind } from "~/attendance/marks/mark-kind";
import { ANOMALIES, derivePresence, type PresenceMark } from "~/attendance/presence/presence";
import { at, MINUTE, ZONE } from "../../support/clock";

const SESSION = { startsAt: at("2027-03-09T08:00"), endsAt: at("2027-03-09T12:00"), timeZone: ZONE };
const A = "a".repeat(32);
const B = "b".repeat(32);

type Told = Partial<Omit<PresenceMark, "kind" | "at">> & { told?: string };

let count = 0;

/** A mark at a wall time of the day, recorded at that time unless `told` says when. */
function mark(kind: MarkKind, time: string, { told, ...rest }: Told = {}): PresenceMark {
  const serverTime = at(`2027-03-09T${told ?? time}`);
  return {
    id: `mark-${String(++count).padStart(4, "0")}`,
    kind,
    at: at(`2027-03-09T${time}`),
    deviceTime: serverTime,
    serverTime,
    clockOffset: null,
    clockDoubt: null,
    device: null,
    recordedBy: "facilitator",
    method: "roster",
    voidsMarkId: null,
    ...rest,
  };
}

const self = (time: string) => mark("in", time, { method: "self", recordedBy: "person" });
const clockOff = { deviceTime: at("2027-03-09T08:00") - 3 * MINUTE };
const times = (instant: number) => new Date(instant - 8 * 3_600_000).toISOString().slice(11, 16);

/** What a presence says in one line: its stretches, an open end, and its anomalies. */
function told(marks: PresenceMark[]): string {
  const { intervals, openSince, selfSince, anomalies } = derivePresence(SESSION, marks);
  return [
    ...intervals.map(({ from, to }) => `${times(from)}-${times(to)}`),
    ...(openSince === null ? [] : [`${times(openSince)}-`]),
    ...(selfSince === null ? [] : [`self ${times(selfSince)}`]),
    ...anomalies,
  ].join(" ");
}

const CASES: [string, PresenceMark[], string][] = [
  ["nothing", [], ""],
  ["in and out", [mark("in", "08:05"), mark("out", "11:00")], "08:05-11:00"],
  [
    "out for a while",
    [mark("in", "08:00"), mark("out", "09:00"), mark("in", "10:00"), mark("out", "12:00")],
    "08:00-09:00 10:00-12:00",
  ],
  ["present throughout", [mark("present-all", "08:00")], "08:00-12:00"],
  ["present, but came late", [mark("present-all", "08:00"), mark("in", "08:40")], "08:40-12:00"],
  ["present, but left early", [mark("present-all", "08:00"), mark("out", "11:00")], "08:00-11:00"],
  ["an in without an out", [mark("in", "08:05")], "08:05- open-end"],
  ["an out without an in", [mark("out", "11:00")], "out-without-in"],
  [
    "in twice by one device",
    [mark("in", "08:00"), mark("in", "08:30"), mark("out", "12:00")],
    "08:00-12:00 repeated-in",
  ],
  ["a mark before the session", [mark("in", "07:30"), mark("out", "12:00")], "07:30-12:00 outside"],
  ["a mark after the session", [mark("in", "08:00"), mark("out", "12:01")], "08:00-12:01 outside"],
  ["a clock three minutes off", [mark("in", "08:00", clockOff), mark("out", "12:00")], "08:00-12:00 clock-off"],
  ["absent undoes what was before", [mark("in", "08:00"), mark("absent", "08:30")], ""],
  ["in again after absent", [mark("absent", "08:30"), mark("in", "09:00"), mark("out", "12:00")], "09:00-12:00"],
  [
    "two devices disagree about an arrival",
    [mark("in", "08:00", { device: A }), mark("in", "08:30", { device: B }), mark("out", "12:00", { device: A })],
    "08:00-12:00 devices-disagree",
  ],
  [
    "two devices agree about an arrival within two minutes",
    [mark("in", "08:00", { device: A }), mark("in", "08:02", { device: B }), mark("out", "12:00", { device: A })],
    "08:00-12:00",
  ],
  [
    "two devices disagree about a departure: the first counts",
    [mark("in", "08:00"), mark("out", "10:00", { device: A }), mark("out", "12:00", { device: B })],
    "08:00-10:00 devices-disagree",
  ],
  [
    "one person on two devices disagrees with themselves",
    [mark("in", "08:00", { device: A }), mark("in", "08:30", { device: B }), mark("out", "12:00")],
    "08:00-12:00 devices-disagree",
  ],
  [
    "without JavaScript, two people disagree",
    [mark("in", "08:00"), mark("in", "08:30", { recordedBy: "another" }), mark("out", "12:00")],
    "08:00-12:00 devices-disagree",
  ],
  [
    "two people on one device do not: it is marked in twice",
    [
      mark("in", "08:00", { device: A }),
      mark("in", "08:30", { device: A, recordedBy: "another" }),
      mark("out", "12:00", { device: A }),
    ],
    "08:00-12:00 repeated-in",
  ],
  ["a self check-in counts nothing by itself", [self("07:55")], "self 07:55 self-unconfirmed"],
  ["a self check-in that was confirmed", [self("07:55"), mark("in", "08:00", { told: "08:10" })], "08:00- open-end"],
  ["an out does not confirm it", [self("08:00"), mark("out", "11:00")], "self 08:00 self-unconfirmed out-without-in"],
  ["present for all confirms it", [self("08:20"), mark("present-all", "08:00", { told: "08:30" })], "08:00-12:00"],
  ["absent answers it", [self("07:55"), mark("absent", "08:30")], ""],
  ["a self check-in of somebody who is in already", [mark("in", "08:00"), self("08:05")], "08:00- open-end"],
];

test.each(CASES)("T1 presence from marks: %s", (_name, marks, expected) => {
  expect(told(marks)).toBe(expected);
});

test("T1 a voided mark counts nothing, and voiding the wrong one settles a disagreement", () => {
  const right = mark("in", "08:00", { device: A });
  const wrong = mark("in", "08:30", { device: B });
  const out = mark("out", "12:00", { device: A });
  const voiding = mark("void", "08:30", { told: "12:10", voidsMarkId: wrong.id });
  expect(told([right, wrong, out, voiding])).toBe("08:00-12:00");
});

test("T1 a self check-in waits again when its confirmation is voided", () => {
  const own = self("07:55");
  const confirming = mark("in", "08:00", { told: "08:10" });
  const voiding = mark("void", "08:00", { told: "08:20", voidsMarkId: confirming.id });
  expect(told([own, confirming, voiding])).toBe("self 07:55 self-unconfirmed");
});

test("T1 the order in which marks arrive does not matter, the order of what happened does", () => {
  const marks = [mark("out", "11:00"), mark("in", "08:00", { told: "11:30" })];
  expect(told(marks)).toBe("08:00-11:00");
  expect(told([...marks].reverse())).toBe("08:00-11:00");
});

test("every anomaly that is named can happen", () => {
  const seen = new Set(CASES.flatMap(([, marks]) => derivePresence(SESSION, marks).anomalies));
  expect([...ANOMALIES].sort()).toEqual([...seen].sort());
});
