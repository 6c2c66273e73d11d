import type { ClockReading } from "~/attendance/queue/device-moment";

/**
 * The one place in the browser that reads the clock: a mark carries the moment of the tap by the device's own clock, and
 * which device it was. Without JavaScript both are absent, and the server's time is taken.
 */

const KEY = "hourbook-device";

let remembered: string | null = null;

/** A random id that this browser keeps. It tells two devices apart and nothing else. */
function deviceId(): string {
  try {
    remembered = localStorage.getItem(KEY) ?? remembered ?? randomText();
    localStorage.setItem(KEY, remembered);
  } catch {
    // Storage may be forbidden: then the id lasts as long as the page.
    remembered ??= randomText();
  }
  return remembered;
}

/** 128 random bits in hex. */
function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a mark that is sent from here carries: the moment by this device's clock, epoch milliseconds, and the device. */
export function deviceStamp(): { deviceTime: string; device: string } {
  return { deviceTime: String(Date.now()), device: deviceId() };
}

let run: string | null = null;

/** What this device's clocks show now; see `queue/device-moment`. */
export function readClock(): ClockReading {
  run ??= randomText();
  return { run, wall: Date.now(), steady: Math.round(performance.now()) };
}

/** A nonce for one tap (T1). */
export const newTapNonce = (): string => randomText();

/** Writes the stamp into a form's hidden fields, right before it is sent. */
export function stampForm(form: HTMLFormElement): void {
  for (const [name, value] of Object.entries(deviceStamp())) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}
