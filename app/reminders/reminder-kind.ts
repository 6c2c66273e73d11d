/** Everything that Hourbook reminds of. */
export const REMINDER_KINDS = [
  "session-week",
  "session-day",
  "session-morning",
  "claim",
  "evaluation",
  "payment",
  "roster",
  "confirm-attendance",
  "claims-ageing",
  "new-hours",
  "salary-cutoff",
  "token-ending",
  "renewal",
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Where a reminder stands: due waits for its time; voided has lost its ground; skipped had nothing to say or came too late. */
export const REMINDER_STATES = ["due", "sent", "voided", "skipped"] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];
