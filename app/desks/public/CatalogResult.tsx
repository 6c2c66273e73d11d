import { Designations } from "~/catalog/courses/Designations";
import { placeInWords } from "~/catalog/offerings/place";
import { priceInWords } from "~/catalog/offerings/price";
import { formatHours, plural } from "~/platform/format";
import { CardLink } from "~/ui/frame/Page";
import { datesInWords } from "./dates-in-words";
import type { CatalogEntry } from "./offering-search.server";
import { SeatsInWindow } from "~/registration/seats/SeatsInWindow";

/** One course of the catalog with the next of its dates, and what that would do to the gap of whoever looks. */
export function CatalogResult({ entry }: { entry: CatalogEntry & { effect?: string | null } }) {
  const hours = entry.approvedMinutes ? `${formatHours(entry.approvedMinutes)} clock hours` : null;
  const facts = [placeInWords(entry.place, entry.modality), hours, priceInWords(entry.priceCents)];
  return (
    <CardLink to={entry.more > 0 ? `/courses/${entry.courseId}` : `/offerings/${entry.offeringId}`} title={entry.title}>
      <p className="text-[0.9375rem] text-soft">{entry.area}</p>
      <p>{entry.summary}</p>
      <div>
        <p className="font-semibold">{datesInWords(entry)}</p>
        <p className="text-soft">{facts.filter(Boolean).join(" · ")}</p>
        {entry.effect ? <p className="font-semibold text-good">{entry.effect}</p> : null}
        {entry.more > 0 ? <p className="text-soft">and {plural(entry.more, "more date")}</p> : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <SeatsInWindow {...entry} />
        <Designations items={entry.designations.map((designation) => ({ designation }))} />
      </div>
    </CardLink>
  );
}
