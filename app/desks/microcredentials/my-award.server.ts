import { linkedInAddress } from "~/microcredentials/awards/award-page";
import { getMyAward } from "~/microcredentials/awards/award-page.server";
import { listExpiring } from "~/microcredentials/awards/renewal.server";
import { badgeAddresses } from "~/microcredentials/badges/badge-address";
import { findAwardHours } from "~/microcredentials/hours/award-hours.server";
import { findNewestOf } from "~/credits/ledger/credit-row.server";
import type { ActorContext } from "~/platform/context";
import { origin } from "~/platform/env.server";
import { dateOf } from "~/platform/time/time-zone";
import type { HoursView } from "./HoursSection";

/**
 * The page of the actor's own award: what it says, its badge, its public page and its clock hours.
 * @throws Response 404 for any other
 */
export function readMyAward(ctx: ActorContext, awardId: string) {
  const found = getMyAward(ctx, awardId);
  const { award, badge, page, title, provider, timeZone } = found;
  const address = page?.isPublic ? badgeAddresses(origin).awardPage(page.code) : null;
  const expiresOn = award.expiresAt === null ? null : dateOf(award.expiresAt, timeZone);
  const linkedIn =
    address && badge
      ? linkedInAddress({ title, provider, awardedOn: award.awardedOn, expiresOn, code: badge.code, page: address })
      : null;
  const expiring = listExpiring(ctx.db, ctx.actor.personId, ctx.now).find(({ id }) => id === awardId) ?? null;
  return { ...found, address, linkedIn, expiring, hours: readHours(ctx, found) };
}

function readHours(ctx: ActorContext, { award }: ReturnType<typeof getMyAward>): HoursView | null {
  const found = findAwardHours(ctx.db, award);
  if (!found) return null;
  const { approval, hours } = found;
  const credit = findNewestOf(ctx.db, { awardId: award.id });
  return {
    minutes: credit?.minutes ?? approval.minutes ?? 0,
    status: hours?.status ?? null,
    claimedAt: hours?.claimedAt ?? null,
    returnedReason: hours?.returnedReason ?? null,
    creditId: credit && credit.minutes > 0 ? credit.id : null,
  };
}
