import type { Modality } from "~/catalog/offerings/offering-state";
import { placeInWords } from "~/catalog/offerings/place";
import { priceInWords } from "~/catalog/offerings/price";
import { formatDate, formatDateTime, formatHours, formatSessionLine } from "~/platform/format";
import { CardLink } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { Seats } from "~/registration/seats/Seats";
import type { SeatCounts } from "~/registration/seats/seats";
import { type RegistrationWindow, registrationWindowAt } from "~/registration/seats/window";

interface CardOffering extends RegistrationWindow {
  id: string;
  endsAt: number | null;
  timeZone: string;
  place: string;
  modality: Modality;
  approvedMinutes: number | null;
  priceCents: number;
  seats: SeatCounts;
}

/** One date of a course: when, where, how many hours, what is left. */
export function OfferingCard({ offering, now }: { offering: CardOffering; now: number }) {
  const { startsAt, endsAt, timeZone, approvedMinutes } = offering;
  if (startsAt === null || endsAt === null) return null;
  const oneDay = formatDate(startsAt, timeZone) === formatDate(endsAt, timeZone);
  const title = oneDay
    ? formatSessionLine(startsAt, endsAt, timeZone)
    : `${formatDate(startsAt, timeZone)} – ${formatDate(endsAt, timeZone)}`;
  const window = registrationWindowAt(offering, now);
  return (
    <CardLink to={`/offerings/${offering.id}`} title={title}>
      <p className="text-soft">
        {placeInWords(offering.place, offering.modality)}
        {approvedMinutes ? ` · ${formatHours(approvedMinutes)} clock hours` : ""} · {priceInWords(offering.priceCents)}
      </p>
      <div>
        {window === "open" ? (
          <Seats counts={offering.seats} />
        ) : window === "not-yet" && offering.registrationOpensAt !== null ? (
          <Status tone="neutral">Registration opens {formatDateTime(offering.registrationOpensAt, timeZone)}</Status>
        ) : (
          <Status tone="ended">Registration has closed</Status>
        )}
      </div>
    </CardLink>
  );
}
