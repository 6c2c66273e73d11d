import ical, {
  escape,
  foldLines,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  type ICalCalendar,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { Repetition } from "./series";
import { mailSender, origin } from "~/platform/env.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { REGION_TIME_ZONE, startOfDate, toZonedDateTime } from "~/platform/time/time-zone";

/** One session as a calendar shows it. Instants are epoch milliseconds. */
export interface CalendarEntry {
  /** What it is known by, before the site's name: the registration, and the session unless one entry stands for several. */
  key: string;
  /** When the session was before it moved, of an entry that repeats; null for one of its own. */
  instead: number | null;
  repetition: Repetition | null;
  /** When what it says was last changed, epoch milliseconds. */
  changedAt: number;
  /** RFC 5545: a calendar takes a message for a known entry only when this has not fallen. */
  sequence: number;
  startsAt: number;
  endsAt: number;
  timeZone: string;
  title: string;
  place: string;
  description: string;
  url: string;
  /** Where to join online; null for whoever has no seat. */
  joinUrl: string | null;
  /** Whom people ask, on one line; may differ from the organizer, who stays. */
  contact: string | null;
  organizer: Mailbox & { name: string };
  /** A seat, or something that only may come: a request or an offer. */
  firm: boolean;
  /** Takes no time of whoever has it in their calendar. */
  free?: boolean;
}

/** A whole day that is to be remembered, and takes no time of it. */
export interface CalendarDay {
  key: string;
  /** Plain date. */
  date: string;
  changedAt: number;
  title: string;
  description: string;
  url: string;
}

/** Who is invited. */
interface Attendee {
  name: string;
  email: string;
}

/** What is asked for again and again. */
interface Feed {
  name: string;
  refreshSeconds: number;
}

export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

interface Written {
  method: CalendarMethod;
  stamp?: number;
  feed?: Feed;
  attendee?: Attendee;
  days?: readonly CalendarDay[];
}

/**
 * A calendar of sessions as iCalendar text (RFC 5545) with the zones' rules. The UID of an entry is the registration and
 * the session, or the registration where one entry stands for several, so it stays when a session moves.
 * @param stamp when this text was made, epoch milliseconds; without it the same entries always give the same text
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { method, stamp, feed, attendee, days = [] }: Written,
): string {
  const calendar = ical({
    prodId: "//Hourbook//Hourbook//EN",
    method: ICalCalendarMethod[method],
    ...(feed && { name: feed.name, ttl: feed.refreshSeconds }),
  });
  calendar.timezone({ name: null, generator: zoneRules });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: `${entry.key}@${new URL(origin).hostname}`,
      sequence: entry.sequence,
      stamp: toZonedDateTime(stamp ?? entry.changedAt, "UTC").toPlainDateTime(),
      lastModified: toZonedDateTime(entry.changedAt, "UTC"),
      start: toZonedDateTime(entry.startsAt, entry.timeZone),
      end: toZonedDateTime(entry.endsAt, entry.timeZone),
      timezone: entry.timeZone,
      summary: entry.title,
      location: entry.place,
      description: entry.description,
      url: entry.url,
      status: statusOf(method, entry),
      ...(entry.free && { transparency: ICalEventTransparency.TRANSPARENT }),
      ...repeatingOf(entry),
    });
    event.organizer(organizerOf(entry.organizer));
    if (attendee) event.createAttendee({ ...attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  }
  for (const day of days) writeDay(calendar, day);
  return withOtherLines(neverEmpty(inUtcStamps(calendar.toString())), entries);
}

function writeDay(calendar: ICalCalendar, { key, date, changedAt, title, description, url }: CalendarDay): void {
  calendar.createEvent({
    id: `${key}@${new URL(origin).hostname}`,
    stamp: toZonedDateTime(changedAt, "UTC").toPlainDateTime(),
    lastModified: toZonedDateTime(changedAt, "UTC"),
    start: toZonedDateTime(startOfDate(date, REGION_TIME_ZONE), REGION_TIME_ZONE),
    timezone: REGION_TIME_ZONE,
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: title,
    description,
    url,
  });
}

function repeatingOf({ repetition, instead, timeZone }: CalendarEntry) {
  const at = (instant: number) => toZonedDateTime(instant, timeZone);
  if (instead !== null) return { recurrenceId: at(instead) };
  if (!repetition) return {};
  const { everyDays, count, leftOut } = repetition;
  const [freq, interval] =
    everyDays % 7 === 0 ? [ICalEventRepeatingFreq.WEEKLY, everyDays / 7] : [ICalEventRepeatingFreq.DAILY, everyDays];
  return { repeating: { freq, interval, count, ...(leftOut.length > 0 && { exclude: leftOut.map(at) }) } };
}

/** RFC 5545 section 3.6: a calendar has one component at least; programs refuse to subscribe to one that has none. */
const neverEmpty = (text: string): string =>
  text.includes("\nBEGIN:") ? text : text.replace("END:VCALENDAR", `${zoneRules(REGION_TIME_ZONE)}\r\nEND:VCALENDAR`);

/** RFC 5545 section 3.2.18: mail comes from another mailbox, which acts for the organizer. */
const organizerOf = ({ name, address }: CalendarEntry["organizer"]) => ({
  name,
  email: address,
  ...(address !== mailSender && { sentBy: mailSender }),
});

/** What the library does not know: whom to ask (RFC 5545 section 3.8.4.2), and where to join (RFC 7986 section 5.11). */
function withOtherLines(text: string, entries: readonly CalendarEntry[]): string {
  const rest = [...entries];
  return text.replaceAll(/^END:VEVENT/gm, (end) => {
    const { contact = null, joinUrl = null } = rest.shift() ?? {};
    return [
      contact && `CONTACT:${escape(contact, false)}`,
      joinUrl && `CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Join online":${new URL(joinUrl).href}`,
      end,
    ]
      .filter((line) => line !== null)
      .map(foldLines)
      .join("\r\n");
  });
}

function statusOf(method: CalendarMethod, { firm }: CalendarEntry): ICalEventStatus {
  if (method === "CANCEL") return ICalEventStatus.CANCELLED;
  return firm ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

function zoneRules(timeZone: string): string | null {
  const block = tzlib_get_ical_block(timeZone);
  return (Array.isArray(block) ? block[0] : block) ?? null;
}

/** RFC 5545 section 3.8.7.2 wants UTC, and the library leaves the Z out wherever an event has a zone. */
function inUtcStamps(text: string): string {
  return text.replaceAll(/^(DTSTAMP:\d{8}T\d{6})\r?$/gm, "$1Z\r");
}
