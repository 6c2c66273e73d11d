import type { ScanKind } from "./scan-outcome";

/** What whoever does not look at the screen hears and feels: pitches in hertz, one after the other, and a vibration in milliseconds. */
export interface Signal {
  tones: readonly number[];
  vibration: readonly number[];
}

const MARKED: Signal = { tones: [880], vibration: [60] };
const LEFT: Signal = { tones: [660, 440], vibration: [60, 60, 60] };
const NOTHING_NEW: Signal = { tones: [550], vibration: [30] };
const LOOK: Signal = { tones: [220, 220], vibration: [200, 100, 200] };

/** A high tone for in, one that falls for out, a short one where nothing changed, and two low ones where somebody must look. */
export const SIGNALS: Record<ScanKind, Signal> = {
  in: MARKED,
  out: LEFT,
  "already-in": NOTHING_NEW,
  "already-out": NOTHING_NEW,
  "wrong-offering": LOOK,
  withdrawn: LOOK,
  unknown: LOOK,
  forged: LOOK,
  unreadable: LOOK,
};
