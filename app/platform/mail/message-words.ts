import type { MessageState } from "./message-state";

/** Where a message stands, in words. */
export const MESSAGE_STATE_LABELS: Record<MessageState, string> = {
  queued: "Waiting",
  sending: "Being sent",
  sent: "Sent",
  failed: "Given up",
  suppressed: "Held back",
};

/** A kind of message in words: "seat-offered" → "Seat offered". */
export function describeKind(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
