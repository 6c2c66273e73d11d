import { Designations } from "~/catalog/Designations";
import { MODALITY_LABELS } from "~/catalog/offering-state";
import { priceInWords } from "~/catalog/price";
import { formatDate, formatHours, formatSessionLine, plural } from "~/platform/format";
import { CardLink } from "~/ui/Page";
import type { CatalogEntry } from "./offering-search.server";
import { Seats } from "./Seats";

/** When an offering meets, on one line. */
export function datesInWords({
  startsAt,
  endsAt,
  timeZone,
  sessionCount,
}: Pick<CatalogEntry, "startsAt" | "endsAt" | "timeZone" | "sessionCount">): string {
  if (sessionCount === 1) return formatSessionLine(startsAt, endsAt, timeZone);
  return `${formatDate(startsAt, timeZone)} – ${formatDate(endsAt, timeZone)} · ${plural(sessionCount, "session")}`;
}

/** One course of the catalog with the next of its dates. */
export function CatalogResult({ entry }: { entry: CatalogEntry }) {
  const hours = entry.approvedMinutes ? `${formatHours(entry.approvedMinutes)} clock hours` : null;
  const facts = [MODALITY_LABELS[entry.modality], hours, priceInWords(entry.priceCents)].filter(Boolean).join(" · ");
  return (
    <CardLink to={entry.more > 0 ? `/courses/${entry.courseId}` : `/offerings/${entry.offeringId}`} title={entry.title}>
      <p className="text-[0.9375rem] text-soft">{entry.area}</p>
      <p>{entry.summary}</p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
        <div>
          <p className="font-semibold">{datesInWords(entry)}</p>
          <p className="text-soft">
            {entry.place} · {facts}
          </p>
          {entry.more > 0 ? <p className="text-soft">and {plural(entry.more, "more date")}</p> : null}
        </div>
        <Seats counts={entry.seats} />
      </div>
      <Designations items={entry.designations.map((designation) => ({ designation }))} />
    </CardLink>
  );
}
