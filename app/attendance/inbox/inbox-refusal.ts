/** Why marks that wait stay as they are. */
export const INBOX_REFUSALS = {
  "unknown-mark": "One of these marks was settled meanwhile. Reload the page.",
  cancelled: "The offering was cancelled, so no attendance counts. Leave the marks out, or undo the cancelling first.",
  "session-needed": "The session of one of these marks is gone. Choose the session that it is about.",
  "no-seat":
    "Every seat is taken, so nobody can be added to the roster. Ask the coordinator to raise the capacity first.",
  "teaches-here": "One of these people teaches here and is on the roster as an instructor.",
  "unknown-device": "This device does not exist any more. Reload the page.",
} as const;
export type InboxRefusal = keyof typeof INBOX_REFUSALS;
