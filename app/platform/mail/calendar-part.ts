/** RFC 5546: what a calendar program does with an entry: takes it over or moves it, removes it, or keeps a copy. */
export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/** A finished iCalendar text that goes with a message. */
export interface CalendarPart {
  method: CalendarMethod;
  /** File name, for example `invite.ics`. */
  name: string;
  content: string;
}
