import { asc, eq, inArray } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { persons } from "#drizzle/schema/people";
import { displayNameOf } from "~/people/persons/name";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { mailSender, origin } from "~/platform/env.server";
import { type CalendarEntry, type CalendarMethod, writeCalendar } from "./calendar.server";
import type { Registration } from "~/registration/seats/registration-row.server";

/** A session as it stands, or as it stood before it was taken out. */
type Meeting = Pick<
  typeof sessions.$inferSelect,
  "id" | "startsAt" | "endsAt" | "timeZone" | "topic" | "place" | "sequence"
>;

/**
 * Calendar parts for a message to the person of a registration, one per session, because mail programs take one entry
 * from each. A CANCEL carries a higher sequence than any invitation before it (RFC 5546).
 * @param meetings the sessions that it is about; all of the offering's when left out
 */
export function inviteTo(
  db: Reader,
  ctx: Context,
  registration: Registration,
  method: Exclude<CalendarMethod, "PUBLISH">,
  meetings: readonly Meeting[] = listMeetings(db, registration.offeringId),
): { method: CalendarMethod; name: string; content: string }[] {
  const person = db.select().from(persons).where(eq(persons.id, registration.personId)).get()!;
  if (!person.email) return [];
  const about = describeAll(db, [registration.offeringId])[0]!;
  const invitation = {
    organizer: { name: about.providerName, email: mailSender },
    attendee: { name: displayNameOf(person), email: person.email },
  };
  return meetings.map((meeting, index) => ({
    method,
    name: meetings.length === 1 ? "session.ics" : `session-${index + 1}.ics`,
    content: writeCalendar([toEntry(registration, meeting, about, method)], { method, stamp: ctx.now, invitation }),
  }));
}

/** The sessions of registrations as calendar entries, in two statements however many there are. */
export function listEntries(db: Reader, rows: readonly Registration[]): CalendarEntry[] {
  const offeringIds = rows.map(({ offeringId }) => offeringId);
  const about = new Map(describeAll(db, offeringIds).map((row) => [row.id, row]));
  const meetings = db
    .select()
    .from(sessions)
    .where(inArray(sessions.offeringId, offeringIds))
    .orderBy(asc(sessions.startsAt))
    .all();
  return rows.flatMap((row) =>
    meetings
      .filter(({ offeringId }) => offeringId === row.offeringId)
      .map((meeting) => toEntry(row, meeting, about.get(row.offeringId)!, "PUBLISH")),
  );
}

function toEntry(registration: Registration, meeting: Meeting, about: About, method: CalendarMethod): CalendarEntry {
  return {
    registrationId: registration.id,
    sessionId: meeting.id,
    sequence: meeting.sequence + (method === "CANCEL" ? 1 : 0),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    title: about.title,
    place: meeting.place ?? about.place,
    description: [meeting.topic, about.providerName, about.inServiceNumber].filter(Boolean).join("\n"),
    url: `${origin}/registrations/${registration.id}`,
    firm: registration.status !== "requested" && registration.status !== "offered",
  };
}

function listMeetings(db: Reader, offeringId: string): Meeting[] {
  return db.select().from(sessions).where(eq(sessions.offeringId, offeringId)).orderBy(asc(sessions.startsAt)).all();
}

type About = ReturnType<typeof describeAll>[number];

function describeAll(db: Reader, offeringIds: readonly string[]) {
  return db
    .select({
      id: offerings.id,
      title: courses.title,
      providerName: providers.name,
      inServiceNumber: offerings.inServiceNumber,
      place: offerings.place,
    })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(providers, eq(providers.id, offerings.providerId))
    .where(inArray(offerings.id, [...offeringIds]))
    .all();
}
