/** What messages are about, as people choose between them. */
export const MESSAGE_CATEGORIES = [
  "account",
  "seat",
  "cancellation",
  "reminders",
  "hours",
  "facilitator",
  "renewal",
  "desk",
  "digest",
] as const;
export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number];

/** The categories that a person can switch off or have once a day. The others always arrive. */
export const OPTIONAL_CATEGORIES = ["reminders", "hours", "facilitator", "renewal", "desk"] as const;
export type OptionalCategory = (typeof OPTIONAL_CATEGORIES)[number];

/** How a person wants the messages of a category. */
export const MAIL_CHOICES = ["at-once", "daily", "off"] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** Whether a person may choose how to get messages of the category. */
export function isOptional(category: MessageCategory): category is OptionalCategory {
  return (OPTIONAL_CATEGORIES as readonly string[]).includes(category);
}

/** Each category in words, and what belongs to it. */
export const CATEGORY_WORDS: Record<MessageCategory, { name: string; about: string }> = {
  account: { name: "Your account", about: "Links to confirm your address, to set a password, and invitations." },
  seat: { name: "Your seats", about: "Registrations, waitlists, offers of a seat and changes of time or place." },
  cancellation: { name: "Cancellations", about: "An offering that you hold a seat in, or wait for, is cancelled." },
  reminders: { name: "Reminders", about: "Sessions to come, hours to claim, evaluations and fees still open." },
  hours: {
    name: "Your hours",
    about: "Hours ready to claim, claims that came back, posted hours and corrections, and your micro-credentials.",
  },
  facilitator: { name: "Messages from facilitators", about: "What staff write to everyone in an offering, or to you." },
  renewal: {
    name: "Certificate renewal",
    about: "Hours that are still missing two years, a year, six and three months before your certificate ends.",
  },
  desk: {
    name: "Your work in Hourbook",
    about: "Rosters, attendance to confirm, claims and portfolios that wait, new hours for HR.",
  },
  digest: { name: "Daily summary", about: "One mail a day with what you did not want at once." },
};

/** Each choice in words. */
export const CHOICE_WORDS: Record<MailChoice, string> = {
  "at-once": "At once",
  daily: "Once a day, together",
  off: "Never",
};
