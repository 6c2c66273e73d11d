/** Numbers, money and time as people read them. Pure: no clock, no locale of the machine, same text on both sides. */

const LOCALE = "en-US";
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, kind: "date" | "time" | "zone"): Intl.DateTimeFormat {
  const key = `${kind} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const options: Record<typeof kind, Intl.DateTimeFormatOptions> = {
    date: { weekday: "short", month: "short", day: "numeric", year: "numeric" },
    time: { hour: "numeric", minute: "2-digit", hourCycle: "h12" },
    zone: { timeZoneName: "short" },
  };
  const made = new Intl.DateTimeFormat(LOCALE, { ...options[kind], timeZone });
  formatters.set(key, made);
  return made;
}

/** Newer engines put narrow no-break spaces before AM and PM; a plain space copies, searches and tests better. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0\u2009]/g, " ");
}

/** An instant (epoch ms) as a time of day: "8:00 AM". */
export function formatTime(at: number, timeZone: string): string {
  return plainSpaces(formatter(timeZone, "time").format(at));
}

function zoneName(at: number, timeZone: string): string {
  const part = formatter(timeZone, "zone")
    .formatToParts(at)
    .find((piece) => piece.type === "timeZoneName");
  return part ? plainSpaces(part.value) : timeZone;
}

function withHundredths(hundredths: number, sign: string): string {
  const whole = Math.floor(hundredths / 100);
  return `${sign}${whole.toLocaleString(LOCALE)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** A zone by its name without daylight saving, as people call it: "Pacific Time". */
export function zoneLabel(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: "longGeneric" }).formatToParts(0);
  return parts.find((piece) => piece.type === "timeZoneName")?.value ?? timeZone;
}

/** Minutes as hours with up to two decimals, by integer arithmetic (H8): 330 → "5.5", 60 → "1", 435 → "7.25". */
export function formatHours(minutes: number): string {
  const hundredths = Math.floor((Math.abs(minutes) * 100 + 30) / 60);
  const text = withHundredths(hundredths, minutes < 0 && hundredths > 0 ? "-" : "");
  return text.replace(/\.?0+$/, "");
}

/** Minutes as hours with their noun: "1 clock hour", "5.5 clock hours" (H8). */
export function formatClockHours(minutes: number): string {
  return `${formatHours(minutes)} clock ${minutes === 60 ? "hour" : "hours"}`;
}

/** Minutes as quarter credits, ten hours to one, two decimals, cut and never rounded up (H8): 2850 → "4.75". */
export function formatQuarterCredits(minutes: number): string {
  return withHundredths(Math.floor(Math.abs(minutes) / 6), minutes < 0 ? "-" : "");
}

/** Cents as dollars: 1500 → "$15.00". */
export function formatMoney(cents: number): string {
  return withHundredths(Math.abs(cents), cents < 0 ? "-$" : "$");
}

/** An instant (epoch ms) as its day in a zone: "Tue, Mar 9, 2027". */
export function formatDate(epochMs: number, timeZone: string): string {
  return plainSpaces(formatter(timeZone, "date").format(epochMs));
}

/** An instant (epoch ms) as day and time: "Tue, Mar 9, 2027 · 8:00 AM PST". */
export function formatDateTime(epochMs: number, timeZone: string): string {
  return `${formatDate(epochMs, timeZone)} · ${formatTime(epochMs, timeZone)} ${zoneName(epochMs, timeZone)}`;
}

/** Two instants as a range of hours: "8:00 AM–4:00 PM PDT"; names the day, or both zones, where they differ. */
export function formatTimeRange(start: number, end: number, timeZone: string): string {
  const [from, to] = [zoneName(start, timeZone), zoneName(end, timeZone)];
  const opening = from === to ? formatTime(start, timeZone) : `${formatTime(start, timeZone)} ${from}`;
  const endDay = formatDate(end, timeZone);
  const closing =
    endDay === formatDate(start, timeZone) ? formatTime(end, timeZone) : `${endDay}, ${formatTime(end, timeZone)}`;
  return `${opening}–${closing} ${to}`;
}

/** The days from one instant to another: "Mar 1–Mar 31, 2027", "Dec 15, 2026–Jan 15, 2027". */
export function formatDays(start: number, end: number, timeZone: string): string {
  const [from, to] = [start, end].map((at) => formatDate(at, timeZone).replace(/^[A-Za-z]+, /, "")) as [string, string];
  return from.slice(-4) === to.slice(-4) ? `${from.slice(0, -6)}–${to}` : `${from}–${to}`;
}

/**
 * A session's line: "Tue, Mar 9, 2027 · 8:00 AM–4:00 PM PDT"; with minutes of work, which a session has that everybody does
 * on their own time: "On your own time, Mar 1–Mar 31, 2027".
 */
export function formatSessionLine(start: number, end: number, timeZone: string, ownMinutes?: number | null): string {
  if (ownMinutes != null) return `On your own time, ${formatDays(start, end, timeZone)}`;
  return `${formatDate(start, timeZone)} · ${formatTimeRange(start, end, timeZone)}`;
}

/** A calendar day without a zone: "2027-03-09" → "Tue, Mar 9, 2027". Text that is no date comes back unchanged. */
export function formatPlainDate(isoDate: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (!found) return isoDate;
  return formatDate(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])), "UTC");
}

/** The same without its weekday, as documents write it: "2027-03-09" → "Mar 9, 2027". */
export function dayOf(isoDate: string): string {
  return formatPlainDate(isoDate).replace(/^[A-Za-z]+, /, "");
}

/** The same with its month in full, as a sentence says it: "2028-06-30" → "June 30, 2028". */
export function longDayOf(isoDate: string): string {
  const [month, ...rest] = dayOf(isoDate).split(" ");
  return [MONTHS.find((name) => name.startsWith(month ?? "-")) ?? month, ...rest].join(" ");
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** How large a file is: "1.2 MB", "340 KB". */
export function formatBytes(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
}

/** A count with its noun: "1 seat", "1,200 seats"; give the plural where "s" is not enough. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? one : many}`;
}

/** A text that begins with a capital letter. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A length of time (ms) as a person would say it, cut to its largest unit: "3 days"; under a minute, "moments". */
export function formatAge(ms: number): string {
  const span = Math.max(0, ms);
  if (span < MINUTE_MS) return "moments";
  if (span < HOUR_MS) return plural(Math.floor(span / MINUTE_MS), "minute");
  if (span < DAY_MS) return plural(Math.floor(span / HOUR_MS), "hour");
  return plural(Math.floor(span / DAY_MS), "day");
}

/** The name of a kind of message or of a job in words: "seat-offered" → "Seat offered". */
export function describeKind(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
