import { formatDate, formatDays, formatSessionLine, plural } from "~/platform/format";

/** From its first session to its last; epoch milliseconds. */
interface DatedOffering {
  startsAt: number;
  endsAt: number;
  timeZone: string;
  sessionCount: number;
}

const DAY_MS = 86_400_000;

/** When an offering meets, on one line. One session that is longer than a day is one that people do on their own time. */
export function datesInWords({ startsAt, endsAt, timeZone, sessionCount }: DatedOffering): string {
  if (sessionCount === 1 && endsAt - startsAt > DAY_MS)
    return `On your own time, ${formatDays(startsAt, endsAt, timeZone)}`;
  if (sessionCount === 1) return formatSessionLine(startsAt, endsAt, timeZone);
  return `${formatDate(startsAt, timeZone)} – ${formatDate(endsAt, timeZone)} · ${plural(sessionCount, "session")}`;
}
