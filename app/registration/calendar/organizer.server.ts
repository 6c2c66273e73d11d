import { eq } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Transaction } from "~/platform/database/database.server";
import { mailSender } from "~/platform/env.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { replyToOf } from "~/registration/messages/offering-message.server";
import type { Registration } from "~/registration/seats/registration-row.server";

/**
 * Keeps, before a person is invited for the first time, who invites them: the mailbox in which answers are read. It stays
 * the organizer of that registration's entries whoever the contact becomes, because calendars take changes and
 * cancellations of a UID from its organizer alone (RFC 5546 section 2.1.1), and a new organizer would leave the old
 * entries standing. A contact that changes reaches people as CONTACT, in the description and as Reply-To instead.
 */
export function keepOrganizer(tx: Transaction, facts: PublishedFacts, registration: Registration): Registration {
  const organizer = replyToOf(facts);
  if (registration.organizer || !organizer) return registration;
  tx.update(registrations).set({ organizer }).where(eq(registrations.id, registration.id)).run();
  return { ...registration, organizer };
}

/** Who organizes the entries of a registration: whoever invited, and the sending mailbox for one that nobody was kept for. */
export function organizerOf({ organizer }: Registration, providerName: string): Mailbox & { name: string } {
  const { name, address } = organizer ?? { name: null, address: mailSender };
  return { name: name ?? providerName, address };
}
