import { hasDoor, shortCodeOf } from "~/registration/passes/short-code";
import { eq } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import type { OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { joinPageOf } from "~/catalog/offerings/join-page.server";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { mapLinkOf } from "~/catalog/offerings/map-link";
import { contactFor, contactInWords, mailboxFor } from "~/catalog/providers/contact";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { formatMoney, formatSessionLine } from "~/platform/format";

/** What messages about an offering say of it, ready to read. */
export function describeOffering({ offering, courseTitle, provider, sessions }: OfferingFacts) {
  return {
    providerName: provider.name,
    offeringTitle: courseTitle,
    sessions: sessions.map((session) => describeSession(session, offering)),
    price: offering.priceCents > 0 ? formatMoney(offering.priceCents) : null,
    offeringUrl: `${origin}/offerings/${offering.id}`,
  };
}

/** What the people of an offering need to come to it, ready to read; the link to join is not part of it. */
export function describeArrival({ offering, provider }: Pick<OfferingFacts, "offering" | "provider">) {
  return {
    arrival: offering.arrival,
    mapUrl: mapLinkOf(offering),
    bring: offering.bring,
    contact: contactInWords(contactFor(offering, provider)),
  };
}

/** Sessions with the pages to join by: for messages to people who have a seat, and for nobody else. */
export const describeJoining = (
  { offering }: Pick<OfferingFacts, "offering">,
  sessions: readonly Pick<Session, "id" | "startsAt" | "endsAt" | "timeZone" | "place" | "link" | "ownMinutes">[],
) => sessions.map((session) => ({ ...describeSession(session, offering), joinUrl: joinPageOf(session, offering) }));

const describeSession = (
  {
    startsAt,
    endsAt,
    timeZone,
    place,
    ownMinutes,
  }: Pick<Session, "startsAt" | "endsAt" | "timeZone" | "place" | "ownMinutes">,
  offering: Pick<Offering, "place">,
) => ({
  when: formatSessionLine(startsAt, endsAt, timeZone, ownMinutes),
  where: ownMinutes === null ? (place ?? offering.place) : "Online, in Hourbook",
});

/**
 * What an offering is called in messages that say no more of it.
 * @throws Error when there is none
 */
export function nameOffering(db: Reader, offeringId: string): { providerName: string; offeringTitle: string } {
  return rowOf(
    db
      .select({ providerName: providers.name, offeringTitle: courses.title })
      .from(offerings)
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .innerJoin(providers, eq(providers.id, offerings.providerId))
      .where(eq(offerings.id, offeringId)),
    `offering ${offeringId}`,
  );
}

/** Where answers to messages about an offering are read. */
export const replyToOf = ({ offering, provider }: Pick<OfferingFacts, "offering" | "provider">): Mailbox | null =>
  mailboxFor(offering, provider);

/**
 * Where answers to messages about an offering are read.
 * @throws Error when there is none
 */
export function replyToFor(db: Reader, offeringId: string): Mailbox | null {
  const found = db
    .select({ offering: offerings, provider: providers })
    .from(offerings)
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(eq(offerings.id, offeringId));
  return replyToOf(rowOf(found, `offering ${offeringId}`));
}

/** To whom a message goes, and how it addresses them. */
export interface Addressee {
  personId: string;
  /** Null: the person cannot be reached by mail. */
  recipient: string | null;
  personName: string;
}

/**
 * How messages address a person, and where.
 * @throws Error when there is none
 */
export function addressee(db: Reader, personId: string): Addressee {
  const person = getPerson(db, personId);
  return { personId, recipient: person.email, personName: displayNameOf(person) };
}

/** The check-in pass of a registration as messages tell of it; null where nobody comes to a door. */
export const passOf = ({ id: registrationId }: { id: string }, offering: Pick<Offering, "modality">) =>
  hasDoor(offering) ? { registrationId, code: shortCodeOf(registrationId) } : null;
