import { expect, test } from "vitest";
import { decideQueued, type QueuedFacts } from "~/attendance/queue/queued-decision";
import { HOUR, MINUTE } from "../../support/clock";

const START = Date.UTC(2027, 2, 9, 17);
const SESSION = { startsAt: START, endsAt: START + 4 * HOUR };
const MOVED = { startsAt: START + 24 * HOUR, endsAt: START + 28 * HOUR };
const PUT_OFF = { startsAt: START + 15 * MINUTE, endsAt: START + 4 * HOUR + 15 * MINUTE };

const PLAIN: QueuedFacts = {
  nonce: "unused",
  isMine: true,
  device: "kept",
  session: SESSION,
  known: SESSION,
  cancelled: false,
  confirmed: false,
  who: "expected",
  at: START + 5 * MINUTE,
};

const CASES: [told: string, facts: Partial<QueuedFacts>, answer: string][] = [
  ["a mark as it should be", {}, "apply"],
  ["sent again", { nonce: "same" }, "nothing"],
  [
    "sent again after it was confirmed, and the device taken off",
    { nonce: "same", confirmed: true, device: "removed" },
    "nothing",
  ],
  ["a nonce that another mark has", { nonce: "other" }, "refuse nonce-taken"],
  ["somebody else's offering", { isMine: false, device: "never" }, "refuse not-yours"],
  ["an offering that was theirs", { isMine: false }, "hold right-ended"],
  ["an offering that was theirs, from a device taken off", { isMine: false, device: "removed" }, "hold right-ended"],
  ["nobody of this offering", { who: "stranger" }, "refuse not-on-roster"],
  ["a device that was taken off", { device: "removed" }, "hold removed-device"],
  ["a device that never kept it", { device: "never" }, "hold removed-device"],
  ["a session that is gone", { session: null }, "hold session-gone"],
  ["a cancelled offering", { cancelled: true }, "hold cancelled"],
  ["a session moved to another day", { session: MOVED }, "hold session-moved"],
  ["a session put off by a quarter of an hour", { session: PUT_OFF }, "apply"],
  ["long before the start", { at: START - 13 * HOUR }, "refuse too-early"],
  ["twelve hours before the start", { at: START - 12 * HOUR }, "apply"],
  ["after attendance was confirmed", { confirmed: true }, "hold after-confirmation"],
  ["somebody who withdrew", { who: "left" }, "hold left-roster"],
];

test.each(CASES)("T1 %s", (_told, facts, answer) => {
  const decision = decideQueued({ ...PLAIN, ...facts });
  expect("reason" in decision ? `${decision.do} ${decision.reason}` : decision.do).toBe(answer);
});
