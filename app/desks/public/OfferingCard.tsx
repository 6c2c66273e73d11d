import type { Modality } from "~/catalog/offerings/offering-state";
import { placeInWords } from "~/catalog/offerings/place";
import { priceInWords } from "~/catalog/offerings/price";
import { formatDate, formatHours, formatSessionLine } from "~/platform/format";
import { CardLink } from "~/ui/frame/Page";
import { SeatsInWindow } from "~/registration/seats/SeatsInWindow";
import type { SeatCounts } from "~/registration/seats/seats";
import type { WindowState } from "~/registration/seats/window";

interface CardOffering {
  id: string;
  startsAt: number | null;
  endsAt: number | null;
  timeZone: string;
  place: string;
  modality: Modality;
  approvedMinutes: number | null;
  priceCents: number;
  window: WindowState;
  registrationOpensAt: number | null;
  seats: SeatCounts;
}

/** One date of a course: when, where, how many hours, what is left. */
export function OfferingCard({ offering }: { offering: CardOffering }) {
  const { startsAt, endsAt, timeZone, approvedMinutes } = offering;
  if (startsAt === null || endsAt === null) return null;
  const oneDay = formatDate(startsAt, timeZone) === formatDate(endsAt, timeZone);
  const title = oneDay
    ? formatSessionLine(startsAt, endsAt, timeZone)
    : `${formatDate(startsAt, timeZone)} – ${formatDate(endsAt, timeZone)}`;
  return (
    <CardLink to={`/offerings/${offering.id}`} title={title}>
      <p className="text-soft">
        {placeInWords(offering.place, offering.modality)}
        {approvedMinutes ? ` · ${formatHours(approvedMinutes)} clock hours` : ""} · {priceInWords(offering.priceCents)}
      </p>
      <div>
        <SeatsInWindow {...offering} />
      </div>
    </CardLink>
  );
}
