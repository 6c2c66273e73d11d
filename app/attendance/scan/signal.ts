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

const TONE_SECONDS = 0.12;

/** Sounds and vibrates, where the device can. */
export function giveSignal(kind: ScanKind, audio: AudioContext | null): void {
  const { tones, vibration } = SIGNALS[kind];
  // Safari has no vibration.
  (navigator as Partial<Navigator>).vibrate?.([...vibration]);
  if (!audio) return;
  tones.forEach((pitch, index) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(audio.destination);
    tone.start(audio.currentTime + index * TONE_SECONDS * 1.2);
    tone.stop(audio.currentTime + index * TONE_SECONDS * 1.2 + TONE_SECONDS);
  });
}
