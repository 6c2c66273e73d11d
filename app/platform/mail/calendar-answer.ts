/** What a calendar program says that its user does about an entry (RFC 5546, sections 3.2.3 and 3.2.7). */
export interface CalendarAnswer {
  kind: "calendar-answer";
  /** What the entry is known by, without the site's name. */
  key: string;
  /** The one who is invited, and the one whose mail it is, lower case. */
  from: string[];
  /** `proposed`: another time. */
  says: "accepted" | "declined" | "tentative" | "proposed";
}

const STATES = { ACCEPTED: "accepted", DECLINED: "declined", TENTATIVE: "tentative" } as const;

/**
 * Reads the text of a calendar's REPLY or COUNTER; null where it is none, or names no entry.
 * @param sender whose mail it came with
 */
export function readCalendarAnswer(text: string, sender: string): CalendarAnswer | null {
  const lines = text.replaceAll(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const valueOf = (name: RegExp) => lines.map((line) => name.exec(line)?.[1]).find((value) => value !== undefined);
  const method = valueOf(/^METHOD:\s*(\w+)/i)?.toUpperCase();
  const key = valueOf(/^UID:\s*([^@\s]+)@/i);
  const attendee = lines.find((line) => /^ATTENDEE[;:]/i.test(line)) ?? "";
  const state = /;PARTSTAT="?([A-Z-]+)/i.exec(attendee)?.[1]?.toUpperCase() ?? "";
  const says = method === "COUNTER" ? "proposed" : method === "REPLY" && isState(state) ? STATES[state] : null;
  if (!key || !says) return null;
  const invited = /:\s*mailto:([^\s;>]+)$/i.exec(attendee.trim())?.[1];
  return {
    kind: "calendar-answer",
    key,
    says,
    from: [invited ?? "", sender].filter(Boolean).map((each) => each.toLowerCase()),
  };
}

const isState = (state: string): state is keyof typeof STATES => Object.hasOwn(STATES, state);
