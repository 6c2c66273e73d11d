import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { origin } from "~/platform/env.server";
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
  /** A seat, or something that only may come: a request or an offer. */
  firm: boolean;
}

/** Who invites and who is invited; calendars take changes from the same organizer only. */
export interface Invitation {
  organizer: { name: string; email: string };
  attendee: { name: string; email: string };
}

export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/**
 * A calendar of sessions as iCalendar text (RFC 5545) with the zones' rules. The UID of an entry is the registration and
 * the session, so it stays when the session moves.
 * @param stamp when this text was made, epoch milliseconds
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  {
    method,
    stamp,
    name,
    invitation,
  }: { method: CalendarMethod; stamp: number; name?: string; invitation?: Invitation },
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
    if (!invitation) continue;
    event.organizer(invitation.organizer);
    event.createAttendee({ ...invitation.attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  }
  return inUtcStamps(calendar.toString());
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
