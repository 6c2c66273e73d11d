import type { RefundTier } from "~/catalog/providers/provider-policy";
import { formatDateTime } from "~/platform/format";
import { selfCancelDeadline } from "./window";

type Tiers = readonly RefundTier[] | undefined;

interface Priced {
  startsAt: number;
  timeZone: string;
  priceCents: number;
}

/** What comes back to whom cancels until when (R4), in words; null where there is no price or nothing is promised. */
export function refundTerms({ startsAt, timeZone, priceCents }: Priced, tiers: Tiers): string | null {
  if (priceCents === 0 || !tiers?.length) return null;
  const parts = tiers.map(({ daysBefore, percent }) => {
    const until = formatDateTime(selfCancelDeadline({ startsAt, timeZone }, daysBefore), timeZone);
    return `${percent}% of the price back until ${until}`;
  });
  return parts.join("; ");
}

/** What comes back to whom cancels now (R4), in words; null where there is no price or the policy promises nothing. */
export function refundNow(offering: Priced, tiers: Tiers, now: number): string | null {
  if (offering.priceCents === 0 || !tiers?.length) return null;
  const tier = tiers.find(({ daysBefore }) => now < selfCancelDeadline(offering, daysBefore));
  return tier ? `${tier.percent}% of the price` : "None of the price";
}
