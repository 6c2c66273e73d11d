import { asc, eq, inArray } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { contactFor, contactInWords } from "~/catalog/providers/contact";
import type { Provider } from "~/catalog/providers/provider.server";
import { joinPageOf } from "~/catalog/offerings/join-page.server";
import type { OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDate } from "~/platform/format";
import { type CalendarEntry, type CalendarMethod, writeCalendar } from "./calendar.server";
import { repetitionOf } from "./series";
import { organizerOf } from "./invitation.server";
import type { Addressee } from "~/registration/messages/offering-message.server";
import type { Registration } from "~/registration/seats/registration-row.server";

const HOUR_MS = 3_600_000;

/** A session as it stands, or as it stood before it was taken out. */
type CalendarSession = Pick<
  Session,
  "id" | "startsAt" | "endsAt" | "timeZone" | "topic" | "place" | "link" | "sequence" | "ownMinutes"
>;

/** What an invitation is made of, besides the registration. */
interface PartFacts {
  facts: OfferingFacts;
  to: Addressee;
  /** When it is written, epoch milliseconds. */
  now: number;
}

/**
 * Calendar parts for a message to the person of a registration: one for a series to which they were invited as one, and one
 * for each other session, because mail programs take one UID from each part (RFC 5546, section 3.2.2). A CANCEL carries a
 * higher sequence than any invitation before it.
 * @param about the sessions that it is about; all of the offering's when left out
 */
export function calendarPartsOf(
  { facts, to, now }: PartFacts,
  registration: Registration,
  method: Exclude<CalendarMethod, "PUBLISH">,
  about?: readonly CalendarSession[],
): { method: CalendarMethod; name: string; content: string }[] {
  if (!to.recipient) return [];
  const { offering, courseTitle, provider } = facts;
  const shown = { offering, title: courseTitle, provider };
  const attendee = { name: to.personName, email: to.recipient };
  const series = about ? null : seriesEntries(registration, facts.sessions, shown, method);
  const alone = series
    ? facts.sessions.filter(({ id }) => !Object.hasOwn(registration.calendarSeries!, id))
    : (about ?? facts.sessions);
  const parts = [
    ...(series ? [series] : []),
    ...alone.map((session) => [toEntry(registration, session, shown, method)]),
  ];
  return parts.map((entries, index) => ({
    method,
    name: parts.length === 1 ? "sessions.ics" : `sessions-${index + 1}.ics`,
    content: writeCalendar(entries, { method, stamp: now, attendee }),
  }));
}

/** The entry that stands for all sessions of a series, and one for each that has moved since; null where there is none. */
function seriesEntries(
  registration: Registration,
  sessions: readonly CalendarSession[],
  about: About,
  method: CalendarMethod,
): CalendarEntry[] | null {
  const invited = Object.entries(registration.calendarSeries ?? {}).sort(([, a], [, b]) => a - b);
  const held = sessions.filter(({ id }) => invited.some(([invitedId]) => invitedId === id));
  const [first] = held;
  if (!first) return null;
  const length = first.endsAt - first.startsAt;
  const { timeZone } = first;
  const invitedTimes = invited.map(([, startsAt]) => ({ startsAt, endsAt: startsAt + length, timeZone }));
  const repetition = repetitionOf(invitedTimes);
  const entries = held.map((session) => toEntry(registration, session, about, method));
  const gone = invited.filter(([id]) => !held.some((session) => session.id === id)).map(([, startsAt]) => startsAt);
  const whole: CalendarEntry = {
    ...entries[0]!,
    ...invitedTimes[0]!,
    instead: null,
    sequence: Math.max(...entries.map(({ sequence }) => sequence)),
    description: describe(about, entries[0]!.joinUrl, topicsOf(held)),
    repetition: repetition && { ...repetition, leftOut: [...repetition.leftOut, ...gone].sort((a, b) => a - b) },
  };
  if (method === "CANCEL") return [whole];
  const isAsInvited = (entry: CalendarEntry) =>
    entry.instead === entry.startsAt && entry.endsAt - entry.startsAt === length && isSamePlace(entry, whole);
  return [whole, ...entries.filter((entry) => !isAsInvited(entry))];
}

/** Online is one place: the first session's page leads on to the one that is held. */
function isSamePlace(one: CalendarEntry, other: CalendarEntry): boolean {
  const isOnline = ({ place, joinUrl }: CalendarEntry) => place === joinUrl;
  return one.place === other.place || (isOnline(one) && isOnline(other));
}

/** What is done when, where the sessions differ in that. */
function topicsOf(sessions: readonly CalendarSession[]): string {
  const lines = sessions.flatMap(({ topic, startsAt, timeZone }) =>
    topic ? [`${formatDate(startsAt, timeZone)}: ${topic}`] : [],
  );
  return lines.join("\n");
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
  about: About,
  method: CalendarMethod,
): CalendarEntry {
  const { offering, title, provider } = about;
  const place = session.place ?? [offering.place, offering.address].filter(Boolean).join(", ");
  const joinUrl = joinUrlFor(registration, session, offering, method);
  // A feed is a calendar of its own, in which each session stands by itself.
  const inSeries = method === "PUBLISH" ? undefined : registration.calendarSeries?.[session.id];
  return {
    key: inSeries === undefined ? `${registration.id}.${session.id}` : registration.id,
    instead: inSeries ?? null,
    repetition: null,
    changedAt: Math.max(registration.updatedAt, offering.updatedAt),
    sequence: session.sequence + (method === "CANCEL" ? 1 : 0),
    ...whenIn(session),
    timeZone: session.timeZone,
    title: session.ownMinutes === null ? title : `Steps due: ${title}`,
    // Calendar programs make a button of a link that stands where the place would.
    place:
      session.ownMinutes !== null ? "On your own time" : joinUrl && offering.modality === "online" ? joinUrl : place,
    description: describe(about, joinUrl, session.topic),
    url: `${origin}/registrations/${registration.id}`,
    joinUrl,
    contact: contactInWords(contactFor(offering, provider)),
    organizer: organizerOf(registration, provider.name),
    firm: registration.status !== "requested" && registration.status !== "offered",
  };
}

/** What people do on their own time stands where it is due, an hour long, and makes nobody busy. */
function whenIn({ startsAt, endsAt, ownMinutes }: CalendarSession) {
  if (ownMinutes === null) return { startsAt, endsAt };
  return { startsAt: Math.max(startsAt, endsAt - HOUR_MS), endsAt, free: true };
}

/** The link to join is for those who have a seat, and of no use on what is taken away. */
function joinUrlFor(
  registration: Registration,
  session: CalendarSession,
  offering: Offering,
  method: CalendarMethod,
): string | null {
  return registration.status === "registered" && method !== "CANCEL" ? joinPageOf(session, offering) : null;
}

function describe({ offering, provider }: About, joinUrl: string | null, topic: string | null): string {
  const contact = contactInWords(contactFor(offering, provider));
  return [
    topic,
    joinUrl && `Join online: ${joinUrl}`,
    offering.arrival && `Parking and arrival: ${offering.arrival}`,
    offering.bring && `Bring along: ${offering.bring}`,
    contact && `Questions: ${contact}`,
    provider.name,
    offering.inServiceNumber,
  ]
    .filter(Boolean)
    .join("\n");
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
