import { eq } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { PublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Transaction } from "~/platform/database/database.server";
import { env, mailSender } from "~/platform/env.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { replyToOf } from "~/registration/messages/offering-message.server";
import { repetitionOf } from "./series";
import type { Registration } from "~/registration/seats/registration-row.server";

/**
 * Keeps, before a person is invited for the first time, what calendars know the invitation by from then on.
 *
 * Who invites them: the mailbox in which answers of calendars are read, which is ours where what arrives there is handed to us,
 * else the contact's. It stays the organizer of that registration's entries whoever the contact becomes, because calendars
 * take changes and cancellations of a UID from its organizer alone (RFC 5546 section 2.1.1), and a new organizer would leave the old entries standing. A contact that changes reaches people as CONTACT, in the
 * description and as Reply-To instead.
 *
 * And when the sessions of a series begin, which then is one entry that repeats: Outlook and Google take one entry from a
 * mail, so that of six only the first would stand in the calendar.
 * @param readsAnswers whether what arrives at our mailbox is handed to us
 */
export function keepInvitation(
  tx: Transaction,
  facts: PublishedFacts,
  registration: Registration,
  readsAnswers = env.MAIL_BOUNCE_SECRET !== undefined,
): Registration {
  const kept = {
    organizer: registration.organizer ?? (readsAnswers ? { name: null, address: mailSender } : replyToOf(facts)),
    calendarSeries: registration.calendarSeries ?? seriesOf(facts.sessions),
  };
  tx.update(registrations).set(kept).where(eq(registrations.id, registration.id)).run();
  return { ...registration, ...kept };
}

function seriesOf(all: PublishedFacts["sessions"]): Record<string, number> | null {
  const sessions = all.filter(({ ownMinutes }) => ownMinutes === null);
  const inOnePlace = new Set(sessions.map(({ place, link }) => JSON.stringify([place, link]))).size === 1;
  if (!inOnePlace || !repetitionOf(sessions)) return null;
  return Object.fromEntries(sessions.map(({ id, startsAt }) => [id, startsAt]));
}

/** Who organizes the entries of a registration: whoever invited, and the sending mailbox for one that nobody was kept for. */
export function organizerOf({ organizer }: Registration, providerName: string): Mailbox & { name: string } {
  const { name, address } = organizer ?? { name: null, address: mailSender };
  return { name: name ?? providerName, address };
}
