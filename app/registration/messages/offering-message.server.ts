import { asc, eq } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { persons } from "#drizzle/schema/people";
import { displayNameOf } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatMoney, formatSessionLine } from "~/platform/format";

/** What messages about an offering say of it, ready to read. */
export function describeOffering(db: Reader, offeringId: string) {
  const row = db
    .select({ offering: offerings, title: courses.title, providerName: providers.name })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(eq(offerings.id, offeringId))
    .get();
  if (!row) throw new Error(`There is no offering ${offeringId}.`);
  const { offering, title, providerName } = row;
  const meetings = db
    .select()
    .from(sessions)
    .where(eq(sessions.offeringId, offeringId))
    .orderBy(asc(sessions.startsAt))
    .all();
  return {
    offering,
    message: {
      providerName,
      offeringTitle: title,
      sessions: meetings.map((session) => ({
        when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
        where: session.place ?? offering.place,
      })),
      price: offering.priceCents > 0 ? formatMoney(offering.priceCents) : null,
      offeringUrl: `${origin}/offerings/${offeringId}`,
    },
  };
}

/** How messages address a person, and where. */
export function addressee(
  db: Reader,
  personId: string,
): { personId: string; recipient: string | null; personName: string } {
  const person = db.select().from(persons).where(eq(persons.id, personId)).get();
  if (!person) throw new Error(`There is no person ${personId}.`);
  return { personId, recipient: person.email, personName: displayNameOf(person) };
}
