import type { HeldReason } from "~/attendance/inbox/held-reason";
import { DOORS_MS, OPENS_BEFORE_MS } from "~/attendance/marks/moment";

/** Why a mark from a device is refused for good. */
export const REFUSED_WORDS = {
  "not-yours": "This offering is not yours to take attendance for.",
  "not-on-roster": "This person was never on the roster.",
  "forged-pass": "The signature of this check-in pass does not fit.",
  "unknown-pass-key": "This check-in pass was not made by the provider of this offering.",
  "nonce-taken": "Another mark has this number already.",
  "too-early": "Attendance opens 12 hours before the session starts.",
  "unknown-mark": "There is no such mark to undo.",
  "taken-off": "This device was taken off: it undoes nothing that counts already.",
  "teaches-here": "This person teaches here and is on the roster as an instructor.",
  "social-security-number": "A name holds what looks like a Social Security number. Those are never taken.",
} as const;
export type RefusedForGood = keyof typeof REFUSED_WORDS;

/** What becomes of a mark that a device sends. */
export type QueuedDecision =
  { do: "apply" } | { do: "nothing" } | { do: "hold"; reason: HeldReason } | { do: "refuse"; reason: RefusedForGood };

/** What is known of a mark that a device sends, and of what it is about. Instants are epoch milliseconds. */
export interface QueuedFacts {
  /** Whether its nonce was used, and for this very mark. */
  nonce: "unused" | "same" | "other";
  /** Whether the sender may take this attendance now. */
  isMine: boolean;
  device: "kept" | "removed" | "never";
  /** The session as it is; null when it is no more. */
  session: { startsAt: number; endsAt: number } | null;
  /** The session as the device knew it. */
  known: { startsAt: number; endsAt: number };
  cancelled: boolean;
  confirmed: boolean;
  /** Whom it is about: expected, somebody who was and is no more, whose pass is for another offering, or nobody of this one. */
  who: "expected" | "left" | "elsewhere" | "stranger";
  at: number;
}

/** Decides what becomes of a mark that waited on a device (T1): nothing of it is dropped, and nothing doubtful counts by itself. */
export function decideQueued(facts: QueuedFacts): QueuedDecision {
  if (facts.nonce !== "unused") return facts.nonce === "same" ? { do: "nothing" } : refused("nonce-taken");
  if (!facts.isMine) return facts.device === "never" ? refused("not-yours") : held("right-ended");
  if (facts.who === "stranger") return refused("not-on-roster");
  if (facts.device !== "kept") return held("removed-device");
  if (!facts.session) return held("session-gone");
  if (facts.cancelled) return held("cancelled");
  if (isOutside(facts.session, facts)) return held("session-moved");
  if (facts.at < facts.session.startsAt - OPENS_BEFORE_MS) return refused("too-early");
  if (facts.confirmed) return held("after-confirmation");
  if (facts.who === "expected") return { do: "apply" };
  return held(facts.who === "left" ? "left-roster" : "other-offering");
}

const held = (reason: HeldReason): QueuedDecision => ({ do: "hold", reason });
const refused = (reason: RefusedForGood): QueuedDecision => ({ do: "refuse", reason });

/** Whether the session was moved away from the moment: a start that was put off by minutes takes its marks along. */
function isOutside({ startsAt, endsAt }: { startsAt: number; endsAt: number }, { known, at }: QueuedFacts): boolean {
  if (known.startsAt === startsAt && known.endsAt === endsAt) return false;
  return at < startsAt - DOORS_MS || at > endsAt + DOORS_MS;
}
