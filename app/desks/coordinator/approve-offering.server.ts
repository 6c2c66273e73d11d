import { checkApproval, recordApproval } from "~/catalog/offerings/approval.server";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction } from "~/platform/database/database.server";
import { formatHours } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf } from "~/platform/time/time-zone";
import { fitsIncrement, stepsAround } from "~/credits/counting/increment";
import { approvableMinutes } from "~/credits/counting/clock-hours";

/**
 * Records that the committee approved an offering (A1–A3, A5, A6): as many minutes as its sessions hold under the
 * provider's policy (H2–H4), or fewer when the committee approved fewer.
 */
export function approveOffering(
  ctx: ScopedContext,
  input: { offeringId: string; committeeMetOn: string; approvedMinutes?: number; note?: string },
): Outcome<{ id: string; inServiceNumber: string; approvedMinutes: number }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state !== "draft") return refuse("not-possible-now");
    if (offering.startsAt === null) return refuse("no-sessions");
    const policy = policyOn(tx, offering.providerId, dateOf(offering.startsAt, offering.timeZone));
    const allowed = checkApproval(tx, ctx, offering, policy, input.committeeMetOn);
    if (!allowed.ok) return allowed;
    const countable = approvableMinutes(listSessions(tx, offering.id), policy);
    const approvedMinutes = input.approvedMinutes ?? countable;
    if (approvedMinutes > countable) return refuse("more-than-countable", { countable: formatHours(countable) });
    if (!fitsIncrement(approvedMinutes, policy, countable))
      return refuse("between-steps", stepsAround(approvedMinutes, policy));
    if (approvedMinutes < policy.minimumMinutes)
      return refuse("below-minimum", { minimum: formatHours(policy.minimumMinutes) });
    const recorded = recordApproval(tx, ctx, offering, { ...input, policy, approvedMinutes });
    if (!recorded.ok) return recorded;
    return ok({ id: offering.id, ...recorded.value, approvedMinutes });
  });
}
