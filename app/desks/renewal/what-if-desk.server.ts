import { listPublicAudiences } from "~/catalog/audiences/audience.server";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { searchCatalog } from "~/desks/public/offering-search.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import type { ActorContext } from "~/platform/context";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { deadlineOf } from "~/renewal/certificates/educator-certificate";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import {
  listAwardedHours,
  listOfferedHours,
  listPlannedHours,
  type PlannedHours,
} from "~/renewal/what-if/planned.server";
import { byFit, effectOf, missingTopics, whatIf, type WhatIf } from "~/renewal/what-if/what-if";

/** More than these nobody weighs against each other. */
const MOST_PROPOSED = 10;
const MOST_TRIED = 20;

/** What the actor's renewal would be with their seats, and with what the page's address tries besides; null without a certificate. */
export function getWhatIfPage(ctx: ActorContext, search: URLSearchParams) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const facts = getRenewalFacts(ctx.db, ctx.actor.personId);
  const deadline = deadlineOf(facts.certificates);
  const seats = listPlannedHours(ctx);
  const tried = listTried(ctx, search.getAll("try"), seats);
  const planned = [...seats, ...tried];
  const found = whatIf(facts, planned, today);
  if (!found || deadline === null) return null;
  const catalog = filtersFor(ctx, found, { today, deadline });
  const listed = [...findOffered(ctx, catalog), ...listAwardedHours(ctx)];
  const known = new Set([...planned, ...facts.hours].map(({ id }) => id));
  const proposed = listed.flatMap((hours) => {
    const effect = known.has(hours.id) ? null : effectOf(facts, planned, hours, today);
    return effect ? [{ ...toShown(hours), ...effect }] : [];
  });
  return {
    found,
    seats: seats.map(toShown),
    tried: tried.map(toShown),
    proposed: proposed.sort(byFit).slice(0, MOST_PROPOSED),
    catalog: catalog.map(({ code, search: filters }) => ({ code, href: `/catalog?${filters.toString()}` })),
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
function listTried(ctx: ActorContext, ids: readonly string[], seats: readonly PlannedHours[]): PlannedHours[] {
  const wanted = new Set(ids.slice(0, MOST_TRIED).filter((id) => !seats.some((seat) => seat.id === id)));
  if (wanted.size === 0) return [];
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const offered = listOfferedHours(ctx.db, [...wanted]).filter(({ startedOn }) => startedOn > today);
  return [...offered, ...listAwardedHours(ctx).filter(({ id }) => wanted.has(id))];
}

interface Wanted {
  /** The topic; null for hours of any. */
  code: string | null;
  search: URLSearchParams;
}

/** The catalog's own filters for each missing topic, and for hours of any where the total is short: dates within the cycle, open, without a clash, for people of this work. */
function filtersFor(
  ctx: ActorContext,
  found: WhatIf,
  { today, deadline }: { today: string; deadline: string },
): Wanted[] {
  if (found.met) return [];
  const topics = missingTopics(found.requirements);
  const isShort = found.requirements.some(({ code, met }) => code === "TOTAL" && !met);
  const audience = findAudience(ctx, today);
  return [...topics, ...(isShort ? [null] : [])].map((code) => ({
    code,
    search: new URLSearchParams({
      ...(code && { designation: code }),
      ...(audience && { audience }),
      from: today,
      ...(deadline > today && { to: deadline }),
      open: "1",
      fits: "1",
    }),
  }));
}

/** The audience that means nobody but people of the actor's work; null where there is none, or no workplace. */
function findAudience(ctx: ActorContext, today: string): string | null {
  const work = affiliationOn(listAffiliations(ctx.db, ctx.actor.personId), today)?.roleKind;
  return work ? (listPublicAudiences(ctx.db).find(({ value }) => value === work)?.value ?? null) : null;
}

function findOffered(ctx: ActorContext, wanted: readonly Wanted[]): PlannedHours[] {
  const looking = { now: ctx.now, personId: ctx.actor.personId };
  const ids = wanted.flatMap(({ search }) =>
    searchCatalog(ctx.db, looking, readCatalogFilters(search), 1).entries.map(({ offeringId }) => offeringId),
  );
  return listOfferedHours(ctx.db, [...new Set(ids)]);
}
