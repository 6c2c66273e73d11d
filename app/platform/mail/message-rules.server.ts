import type { Guarantee } from "./mail-fault";
import type { MessageCategory } from "./message-category";
import type { MessageKind } from "./message-catalog.server";

interface MessageRule {
  category: MessageCategory;
  guarantee: Guarantee;
  /** Holds a link that works without a password: forgotten once it was sent, and not shown to administrators. */
  secret?: true;
}

const certain = (category: MessageCategory): MessageRule => ({ category, guarantee: "at-least-once" });
const once = (category: MessageCategory): MessageRule => ({ category, guarantee: "at-most-once" });
const secret = (category: MessageCategory): MessageRule => ({ ...certain(category), secret: true });

/** Of each kind of message, what it is about and what is promised of it: docs/rules/mail.md. */
export const MESSAGE_RULES: Record<MessageKind, MessageRule> = {
  "account-invitation": secret("account"),
  "address-changed": certain("account"),
  "address-in-use": certain("account"),
  "change-address": secret("account"),
  "reset-password": secret("account"),
  "verify-address": secret("account"),
  registered: certain("seat"),
  waitlisted: certain("seat"),
  "seat-offered": certain("seat"),
  "offer-lapsed": certain("seat"),
  withdrawn: certain("seat"),
  requested: certain("seat"),
  "request-declined": certain("seat"),
  "supervisor-request": secret("seat"),
  "offering-moved": certain("seat"),
  "registration-moved": certain("seat"),
  "offering-cancelled": certain("cancellation"),
  "offering-message": certain("facilitator"),
  "claim-open": certain("hours"),
  "claim-returned": certain("hours"),
  "credit-posted": certain("hours"),
  "credit-corrected": certain("hours"),
  "credit-corrected-district": certain("desk"),
  "correction-declined": certain("hours"),
  "session-reminder": once("reminders"),
  "claim-reminder": once("reminders"),
  "evaluation-reminder": once("reminders"),
  "payment-reminder": once("reminders"),
  "renewal-short": once("renewal"),
  "roster-tomorrow": once("desk"),
  "confirm-attendance": once("desk"),
  "claims-ageing": once("desk"),
  "new-hours": once("desk"),
  "salary-cutoff": once("desk"),
  digest: once("digest"),
};

/** The rule of a kind; null for one that the catalog does not hold (any more). */
export function findRule(kind: string): MessageRule | null {
  return Object.hasOwn(MESSAGE_RULES, kind) ? MESSAGE_RULES[kind as MessageKind] : null;
}

/** The kinds that a rule says something of. */
export function kindsWith(wanted: Partial<MessageRule>): MessageKind[] {
  const entries = Object.entries(wanted) as [keyof MessageRule, string][];
  return (Object.keys(MESSAGE_RULES) as MessageKind[]).filter((kind) =>
    entries.every(([key, value]) => MESSAGE_RULES[kind][key] === value),
  );
}

/** Whether the message holds a link that works without a password. */
export const isSecret = (kind: string): boolean => findRule(kind)?.secret === true;
