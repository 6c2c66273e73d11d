import type { CalendarPart } from "./calendar-part";

/**
 * How calendar texts travel in a mail. The first is an alternative body with its method, which is how Outlook and Google
 * know an invitation, a change and a cancellation; the others are files.
 */
export function placeCalendar(parts: readonly CalendarPart[]) {
  const [first, ...others] = parts;
  return {
    ...(first && { icalEvent: { method: first.method, filename: first.name, content: first.content } }),
    attachments: others.map(({ method, name, content }) => ({
      filename: name,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}
