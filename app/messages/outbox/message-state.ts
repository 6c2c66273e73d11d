/** Where a message in the outbox stands. */
export const MESSAGE_STATES = ["queued", "sending", "sent", "failed", "suppressed"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Each of them in words. */
export const MESSAGE_STATE_LABELS: Record<MessageState, string> = {
  queued: "Waiting",
  sending: "Being sent",
  sent: "Sent",
  failed: "Given up",
  suppressed: "Held back",
};
