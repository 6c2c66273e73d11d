import { listPublicAudiences } from "~/catalog/audiences/audience.server";
import { type CatalogFilters, readCatalogFilters } from "~/desks/public/catalog-filters";
import { CATALOG_PAGE_SIZE, type CatalogEntry, searchCatalog } from "~/desks/public/offering-search.server";
import type { Modality } from "~/catalog/offerings/offering-state";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { deadlineOf } from "~/renewal/certificates/educator-certificate";
import { listCertificates } from "~/renewal/certificates/educator-certificate.server";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import type { RenewalFacts } from "~/renewal/progress/progress";
import {
  listAwardedHours,
  listOfferedHours,
  listPlannedHours,
  type PlannedHours,
} from "~/renewal/what-if/planned.server";
import { byFit, type Effect, effectOf, missingTopics, whatIf, type WhatIf } from "~/renewal/what-if/what-if";

/** Where and when is looked. */
interface Looking {
  db: Reader;
  /** Epoch milliseconds. */
  now: number;
}

/** Somebody whose renewal offered hours are weighed against. */
export interface Renewing {
  personId: string;
  /** Plain date. */
  today: string;
  deadline: string;
  facts: RenewalFacts;
  /** Hours of their seats, and of what they try. */
  planned: readonly PlannedHours[];
  /** How they want to take part; null for any way. */
  modality: Modality | null;
}

/** Somebody's renewal with the hours of their seats; null where nothing is renewed with hours. Asks nobody for permission. */
export function findRenewing(
  { db, now }: Looking,
  personId: string,
  modality: Modality | null = null,
): Renewing | null {
  const facts = getRenewalFacts(db, personId);
  const deadline = deadlineOf(facts.certificates);
  if (deadline === null) return null;
  return {
    personId,
    today: dateOf(now, REGION_TIME_ZONE),
    deadline,
    facts,
    planned: listPlannedHours(db, personId),
    modality,
  };
}

/** Whether somebody renews with hours, so that the catalog can be put in that order. Asks nobody for permission. */
export const renewsWithHours = (db: Reader, personId: string): boolean =>
  deadlineOf(listCertificates(db, personId)) !== null;

/** Where the catalog holds what is missing: the topic, null for hours of any, and the catalog's own filters. */
export interface Wanted {
  code: string | null;
  search: URLSearchParams;
}

/**
 * Filters of the catalog for each missing topic, and for hours of any where the total is short: dates within the cycle, open,
 * without a clash, for people of this work. None where nothing is missing.
 */
export function filtersFor(db: Reader, { personId, today, deadline, modality }: Renewing, found: WhatIf): Wanted[] {
  if (found.met) return [];
  const topics = missingTopics(found.requirements);
  const isShort = found.requirements.some(({ code, met }) => code === "TOTAL" && !met);
  const audience = findAudience(db, personId, today);
  return [...topics, ...(isShort ? [null] : [])].map((code) => ({
    code,
    search: new URLSearchParams({
      ...(code && { designation: code }),
      ...(audience && { audience }),
      ...(modality && { modality }),
      from: today,
      ...(deadline > today && { to: deadline }),
      open: "1",
      fits: "1",
      order: "gap",
    }),
  }));
}

/** The audience that means nobody but people of somebody's work; null where there is none, or no workplace. */
function findAudience(db: Reader, personId: string, today: string): string | null {
  const work = affiliationOn(listAffiliations(db, personId), today)?.roleKind;
  return work ? (listPublicAudiences(db).find(({ value }) => value === work)?.value ?? null) : null;
}

/** Hours with what they would do to a gap. */
export type FittingHours = PlannedHours & Effect;

/** Offerings and micro-credentials that would close a part of the gap, what fits best first. */
export function listFitting(ctx: Looking, renewing: Renewing): FittingHours[] {
  const { personId, facts, planned, today } = renewing;
  const found = whatIf(facts, planned, today);
  if (!found || found.met) return [];
  const ids = filtersFor(ctx.db, renewing, found).flatMap(({ search }) =>
    searchCatalog(ctx.db, { now: ctx.now, personId }, readCatalogFilters(search), 1).entries.map(
      ({ offeringId }) => offeringId,
    ),
  );
  const offered = [...listOfferedHours(ctx.db, [...new Set(ids)]), ...listAwardedHours(ctx)];
  const known = new Set([...planned, ...facts.hours].map(({ id }) => id));
  return offered
    .flatMap((hours) => {
      const effect = known.has(hours.id) ? null : effectOf(facts, planned, hours, today);
      return effect ? [{ ...hours, ...effect }] : [];
    })
    .sort(byFit);
}

/** More courses than these, the soonest, are not weighed: those after them follow by date. */
const MOST_WEIGHED = 10 * CATALOG_PAGE_SIZE;

/** An entry of the catalog with what it would do to the gap; null where it would do nothing. */
export type WeighedEntry = CatalogEntry & { effect: string | null };

/** A page of the catalog in the order of what closes most of somebody's gap; what closes nothing of it comes last, by date. */
export function searchByFit(
  ctx: Looking,
  renewing: Renewing,
  filters: CatalogFilters,
  page: number,
): { entries: WeighedEntry[]; total: number } {
  const looking = { now: ctx.now, personId: renewing.personId };
  if (page * CATALOG_PAGE_SIZE > MOST_WEIGHED) {
    const { entries, total } = searchCatalog(ctx.db, looking, filters, page);
    return { entries: entries.map((entry) => ({ ...entry, effect: null })), total };
  }
  const { entries, total } = searchCatalog(ctx.db, looking, filters, 1, MOST_WEIGHED);
  const weighed = weigh(ctx, renewing, entries);
  return { entries: weighed.slice((page - 1) * CATALOG_PAGE_SIZE, page * CATALOG_PAGE_SIZE), total };
}

function weigh(ctx: Looking, renewing: Renewing, entries: readonly CatalogEntry[]): WeighedEntry[] {
  const { facts, planned, today } = renewing;
  const hoursOf = new Map(
    listOfferedHours(
      ctx.db,
      entries.map(({ offeringId }) => offeringId),
    ).map((hours) => [hours.id, hours]),
  );
  const seats = new Set(planned.map(({ id }) => id));
  const weighed = entries.map((entry) => {
    const hours = seats.has(entry.offeringId) ? undefined : hoursOf.get(entry.offeringId);
    const effect = hours ? effectOf(facts, planned, hours, today) : null;
    return {
      entry: { ...entry, effect: effect?.words ?? null },
      fit: effect && hours ? { ...hours, ...effect } : null,
    };
  });
  const fitting = weighed.flatMap(({ entry, fit }) => (fit ? [{ entry, fit }] : []));
  const others = weighed.filter(({ fit }) => fit === null).map(({ entry }) => entry);
  return [...fitting.sort((a, b) => byFit(a.fit, b.fit)).map(({ entry }) => entry), ...others];
}
