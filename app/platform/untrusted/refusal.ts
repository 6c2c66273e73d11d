/** Why a foreign file was not read: it took too much time, memory or room, or too many files wait already. */
export type UntrustedRefusal = "too-large-to-check" | "too-many";

/** Each refusal in plain words. */
export const UNTRUSTED_REFUSALS: Record<UntrustedRefusal, string> = {
  "too-large-to-check": "This file is too large to check: it unpacks to more than any file that is used here.",
  "too-many": "Too many files are being checked right now. Try again in a minute.",
};
