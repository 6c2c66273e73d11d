/** So many PINs are tried before the kiosk takes none for a while. */
export const PINS_BEFORE_BLOCK = 5;

/** How long it takes none, milliseconds. */
export const PIN_BLOCK_MS = 5 * 60_000;

/** How the tries of a kiosk's PIN stand. */
export interface PinLock {
  /** Since the last block, or the start. */
  wrongPins: number;
  /** Epoch milliseconds. */
  blockedUntil: number | null;
}

/** A try that is taken, with what counts unless it is right, or the instant from which the next one is. */
export type PinTry = { ok: true; next: PinLock } | { ok: false; retryAt: number };

/** Decides whether a PIN is looked at now. It counts as wrong at once, so that tries at the same time cannot slip through. */
export function takePinTry({ wrongPins, blockedUntil }: PinLock, now: number): PinTry {
  if (blockedUntil !== null && blockedUntil > now) return { ok: false, retryAt: blockedUntil };
  const count = wrongPins + 1;
  return count < PINS_BEFORE_BLOCK
    ? { ok: true, next: { wrongPins: count, blockedUntil: null } }
    : { ok: true, next: { wrongPins: 0, blockedUntil: now + PIN_BLOCK_MS } };
}

const RUNS = ["01234567890", "09876543210"];

/** Whether a PIN is one that anybody would try first: one digit alone, or digits in their order. */
export const isPlainPin = (pin: string): boolean => /^(\d)\1*$/.test(pin) || RUNS.some((run) => run.includes(pin));
