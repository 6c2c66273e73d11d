/** Where a message in the outbox stands. */
export const MESSAGE_STATES = ["queued", "sending", "sent", "failed", "suppressed"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
