import ical, { escape, foldLines, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { mailSender, origin } from "~/platform/env.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { toZonedDateTime } from "~/platform/time/time-zone";

/** One session as a calendar shows it. Instants are epoch milliseconds. */
export interface CalendarEntry {
  registrationId: string;
  sessionId: string;
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
}

/** Who is invited. */
interface Attendee {
  name: string;
  email: string;
}

export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/**
 * A calendar of sessions as iCalendar text (RFC 5545) with the zones' rules. The UID of an entry is the registration and
 * the session, so it stays when the session moves.
 * @param stamp when this text was made, epoch milliseconds
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { method, stamp, name, attendee }: { method: CalendarMethod; stamp: number; name?: string; attendee?: Attendee },
): string {
  const calendar = ical({
    prodId: "//Hourbook//Hourbook//EN",
    method: ICalCalendarMethod[method],
    ...(name && { name }),
  });
  calendar.timezone({ name: null, generator: zoneRules });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: `${entry.registrationId}.${entry.sessionId}@${new URL(origin).hostname}`,
      sequence: entry.sequence,
      stamp: toZonedDateTime(stamp, "UTC").toPlainDateTime(),
      start: toZonedDateTime(entry.startsAt, entry.timeZone),
      end: toZonedDateTime(entry.endsAt, entry.timeZone),
      timezone: entry.timeZone,
      summary: entry.title,
      location: entry.place,
      description: entry.description,
      url: entry.url,
      status: statusOf(method, entry),
    });
    event.organizer(organizerOf(entry.organizer));
    if (attendee) event.createAttendee({ ...attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  }
  return withOtherLines(inUtcStamps(calendar.toString()), entries);
}

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
    const { contact, joinUrl } = rest.shift()!;
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
