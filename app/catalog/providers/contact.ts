import type { Mailbox } from "~/platform/mail/mailbox";

/** Whom people ask: a name, an address, a telephone number, or any of them. */
export interface Contact {
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
}

/** The contact among the columns of a provider or an offering. */
export function contactOf({ contactName, contactEmail, contactPhone }: Contact): Contact {
  return { contactName, contactEmail, contactPhone };
}

/** Whether anybody is named at all. */
export function hasContact({ contactName, contactEmail, contactPhone }: Contact): boolean {
  return Boolean(contactName ?? contactEmail ?? contactPhone);
}

/** Whom people ask about an offering: its own contact, and the provider's where it names nobody. */
export function contactFor(offering: Contact, provider: Contact): Contact {
  return contactOf(hasContact(offering) ? offering : provider);
}

/**
 * The mailbox in which answers to messages about an offering are read; null where neither has one. A contact without an
 * address has a telephone, so mail goes to the provider's.
 */
export function mailboxFor(offering: Contact, provider: Contact & { name: string }): Mailbox | null {
  const { contactName, contactEmail } = offering.contactEmail ? offering : provider;
  return contactEmail ? { name: contactName ?? provider.name, address: contactEmail } : null;
}

/** A contact on one line; null where nobody is named. */
export function contactInWords({ contactName, contactEmail, contactPhone }: Contact): string | null {
  return [contactName, contactEmail, contactPhone].filter(Boolean).join(", ") || null;
}
