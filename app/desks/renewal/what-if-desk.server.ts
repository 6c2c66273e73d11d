import { MODALITIES } from "~/catalog/offerings/offering-state";
import type { ActorContext } from "~/platform/context";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { listAwardedHours, listOfferedHours, type PlannedHours } from "~/renewal/what-if/planned.server";
import { whatIf } from "~/renewal/what-if/what-if";
import { filtersFor, findRenewing, listFitting } from "./fitting.server";

/** More than these nobody weighs against each other. */
const MOST_PROPOSED = 10;
const MOST_TRIED = 20;

/** What the actor's renewal would be with their seats, and with what the page's address tries besides; null without a certificate. */
export function getWhatIfPage(ctx: ActorContext, search: URLSearchParams) {
  const modality = MODALITIES.find((each) => each === search.get("modality")) ?? null;
  const renewing = findRenewing(ctx, ctx.actor.personId, modality);
  if (!renewing) return null;
  const { facts, today, planned: seats } = renewing;
  const wanted = [...new Set(search.getAll("try"))].filter((id) => !seats.some((seat) => seat.id === id));
  const tried = listTried(ctx, new Set(wanted.slice(0, MOST_TRIED)));
  const planned = [...seats, ...tried];
  const found = whatIf(facts, planned, today);
  if (!found) return null;
  return {
    found,
    modality,
    seats: seats.map(toShown),
    tried: tried.map(toShown),
    mostTried: wanted.length >= MOST_TRIED ? MOST_TRIED : null,
    proposed: listFitting(ctx, { ...renewing, planned })
      .slice(0, MOST_PROPOSED)
      .map(({ closes, words, ...hours }) => ({ ...toShown(hours), closes, words })),
    catalog: filtersFor(ctx.db, renewing, found).map(({ code, search: filters }) => ({
      code,
      href: `/catalog?${filters.toString()}`,
    })),
  };
}

/** Hours without what decides about them, which no page shows. */
const toShown = ({ id, href, title, startedOn, completedOn, minutes, designations }: PlannedHours) => ({
  id,
  href,
  title,
  startedOn,
  completedOn,
  minutes,
  designations: [...designations],
});

/** What is tried: published offerings still to come that the actor has no seat in, and micro-credentials with hours. */
function listTried(ctx: ActorContext, wanted: ReadonlySet<string>): PlannedHours[] {
  if (wanted.size === 0) return [];
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const offered = listOfferedHours(ctx.db, [...wanted]).filter(({ startedOn }) => startedOn > today);
  return [...offered, ...listAwardedHours(ctx).filter(({ id }) => wanted.has(id))];
}
