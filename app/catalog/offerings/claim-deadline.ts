import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { formatDateTime } from "~/platform/format";
import { addWallDays, endOfDayOf } from "~/platform/time/time-zone";

interface Ended {
  endsAt: number;
  timeZone: string;
}

/**
 * The first instant, epoch milliseconds, at which hours of an offering cannot be claimed any more: the end of the day that
 * lies the policy's days after its end; null where there is no deadline (T3).
 */
export function claimDeadline({ endsAt, timeZone }: Ended, { claimDays }: Pick<ProviderPolicy, "claimDays">) {
  return claimDays === undefined ? null : endOfDayOf(addWallDays(endsAt, claimDays, timeZone), timeZone);
}

/** The last minute in which hours can be claimed, in words: "Wed, Jun 30, 2027 · 11:59 PM PDT"; null without a deadline. */
export function claimByInWords(offering: Ended, policy: Pick<ProviderPolicy, "claimDays">): string | null {
  const deadline = claimDeadline(offering, policy);
  return deadline === null ? null : formatDateTime(deadline - 60_000, offering.timeZone);
}
