import { asc, eq, inArray } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { contactFor, contactInWords } from "~/catalog/providers/contact";
import type { Provider } from "~/catalog/providers/provider.server";
import { joinUrlOf } from "~/catalog/offerings/join-url";
import type { OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { type CalendarEntry, type CalendarMethod, writeCalendar } from "./calendar.server";
import { organizerOf } from "./organizer.server";
import type { Addressee } from "~/registration/messages/offering-message.server";
import type { Registration } from "~/registration/seats/registration-row.server";

/** A session as it stands, or as it stood before it was taken out. */
type CalendarSession = Pick<
  Session,
  "id" | "startsAt" | "endsAt" | "timeZone" | "topic" | "place" | "link" | "sequence"
>;

/** What an invitation is made of, besides the registration. */
interface PartFacts {
  facts: OfferingFacts;
  to: Addressee;
  /** When it is written, epoch milliseconds. */
  now: number;
}

/**
 * Calendar parts for a message to the person of a registration, one per session, because mail programs take one entry
 * from each. A CANCEL carries a higher sequence than any invitation before it (RFC 5546).
 * @param about the sessions that it is about; all of the offering's when left out
 */
export function calendarPartsOf(
  { facts, to, now }: PartFacts,
  registration: Registration,
  method: Exclude<CalendarMethod, "PUBLISH">,
  about: readonly CalendarSession[] = facts.sessions,
): { method: CalendarMethod; name: string; content: string }[] {
  if (!to.recipient) return [];
  const { offering, courseTitle, provider } = facts;
  const shown = { offering, title: courseTitle, provider };
  const attendee = { name: to.personName, email: to.recipient };
  return about.map((session, index) => ({
    method,
    name: about.length === 1 ? "session.ics" : `session-${index + 1}.ics`,
    content: writeCalendar([toEntry(registration, session, shown, method)], { method, stamp: now, attendee }),
  }));
}

/** The sessions of registrations as calendar entries, in two statements however many there are. */
export function listEntries(db: Reader, rows: readonly Registration[]): CalendarEntry[] {
  const offeringIds = rows.map(({ offeringId }) => offeringId);
  const about = new Map(describeAll(db, offeringIds).map((row) => [row.offering.id, row]));
  const held = db
    .select()
    .from(sessions)
    .where(inArray(sessions.offeringId, offeringIds))
    .orderBy(asc(sessions.startsAt))
    .all();
  return rows.flatMap((row) =>
    held
      .filter(({ offeringId }) => offeringId === row.offeringId)
      .map((session) => toEntry(row, session, about.get(row.offeringId)!, "PUBLISH")),
  );
}

function toEntry(
  registration: Registration,
  session: CalendarSession,
  { offering, title, provider }: About,
  method: CalendarMethod,
): CalendarEntry {
  const place = session.place ?? [offering.place, offering.address].filter(Boolean).join(", ");
  const contact = contactInWords(contactFor(offering, provider));
  // The link to join is for those who have a seat, and of no use on what is taken away.
  const hasSeat = registration.status === "registered" && method !== "CANCEL";
  const joinUrl = hasSeat ? joinUrlOf(session, offering) : null;
  return {
    registrationId: registration.id,
    sessionId: session.id,
    sequence: session.sequence + (method === "CANCEL" ? 1 : 0),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    title,
    // Calendar programs make a button of a link that stands where the place would.
    place: joinUrl && offering.modality === "online" ? joinUrl : place,
    description: [
      session.topic,
      joinUrl && `Join online: ${joinUrl}`,
      offering.arrival && `Parking and arrival: ${offering.arrival}`,
      offering.bring && `Bring along: ${offering.bring}`,
      contact && `Questions: ${contact}`,
      provider.name,
      offering.inServiceNumber,
    ]
      .filter(Boolean)
      .join("\n"),
    url: `${origin}/registrations/${registration.id}`,
    joinUrl,
    contact,
    organizer: organizerOf(registration, provider.name),
    firm: registration.status !== "requested" && registration.status !== "offered",
  };
}

interface About {
  offering: Offering;
  title: string;
  provider: Provider;
}

function describeAll(db: Reader, offeringIds: readonly string[]): About[] {
  return db
    .select({ offering: offerings, title: courses.title, provider: providers })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(inArray(offerings.id, [...offeringIds]))
    .all();
}
