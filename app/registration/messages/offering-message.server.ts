import { eq } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import type { OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { formatMoney, formatSessionLine } from "~/platform/format";

/** What messages about an offering say of it, ready to read. */
export function describeOffering({ offering, courseTitle, provider, sessions }: OfferingFacts) {
  return {
    providerName: provider.name,
    offeringTitle: courseTitle,
    sessions: sessions.map((session) => ({
      when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
      where: session.place ?? offering.place,
    })),
    price: offering.priceCents > 0 ? formatMoney(offering.priceCents) : null,
    offeringUrl: `${origin}/offerings/${offering.id}`,
  };
}

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
