import { datesInWords } from "~/desks/public/dates-in-words";
import { plural } from "~/platform/format";
import { seatsInWords } from "~/registration/seats/Seats";
import type { OfferingRow } from "./offering-list.server";

/** When an offering is, in words. */
export function whenInWords(row: Pick<OfferingRow, "startsAt" | "endsAt" | "timeZone" | "sessionCount">): string {
  const { startsAt, endsAt } = row;
  return startsAt === null || endsAt === null ? "No sessions yet" : datesInWords({ ...row, startsAt, endsAt });
}

/** Its seats: how many there are, are free, or were taken. */
export function seatsOf({ state, isOver, seats }: Pick<OfferingRow, "state" | "isOver" | "seats">): string {
  if (state !== "published") return plural(seats.capacity, "seat");
  return isOver ? plural(seats.registered, "person", "people") : seatsInWords(seats);
}

/** How far its claims have come. */
export function claimsInWords(claims: OfferingRow["claims"]): string {
  const parts = [
    claims.open > 0 ? `${claims.open} to claim` : "",
    claims.claimed > 0 ? `${claims.claimed} claimed` : "",
    claims.posted > 0 ? `${claims.posted} posted` : "",
  ];
  return parts.filter(Boolean).join(" · ") || "–";
}
