import {
  checkApproval,
  checkProviderYear,
  recordApproval,
  recordDecline,
  recordNewApproval,
} from "~/catalog/approval/approval.server";
import { findScopedOffering, type Offering } from "~/catalog/offerings/offering.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import { balanceMinutes } from "~/catalog/steps/step";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
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
    const stepped = checkSteps(tx, offering);
    if (!stepped.ok) return stepped;
    const checked = checkMinutes(tx, offering, policy, input.approvedMinutes);
    if (!checked.ok) return checked;
    const approvedMinutes = checked.value;
    const recorded = recordApproval(tx, ctx, offering, { ...input, policy, approvedMinutes });
    if (!recorded.ok) return recorded;
    return ok({ id: offering.id, ...recorded.value, approvedMinutes });
  });
}

/**
 * Records that the committee approved an offering as it stands after changes (A1: never once it is over), for as many
 * minutes as before or for others.
 */
export function approveAnew(
  ctx: ScopedContext,
  input: { offeringId: string; committeeMetOn: string; approvedMinutes?: number; note?: string },
): Outcome<{ id: string; approvedMinutes: number }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findApproved(tx, ctx, input);
    if (!found.ok) return found;
    const { offering, policy } = found.value;
    const stepped = checkSteps(tx, offering);
    if (!stepped.ok) return stepped;
    const checked = checkMinutes(tx, offering, policy, input.approvedMinutes ?? offering.approvedMinutes ?? undefined);
    if (!checked.ok) return checked;
    const recorded = recordNewApproval(tx, ctx, offering, { ...input, approvedMinutes: checked.value });
    return recorded.ok ? ok({ id: offering.id, approvedMinutes: checked.value }) : recorded;
  });
}

/** Records that the committee declined an offering: a draft, or what became different of an approved one. */
export function declineOffering(
  ctx: ScopedContext,
  input: { offeringId: string; committeeMetOn: string; note: string },
): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, input.offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state === "cancelled") return refuse("not-possible-now");
    if (input.committeeMetOn > dateOf(ctx.now, offering.timeZone)) return refuse("committee-in-future");
    recordDecline(tx, ctx, offering, { committeeMetOn: input.committeeMetOn, note: input.note });
    return ok({ id: offering.id });
  });
}

function findApproved(tx: Transaction, ctx: ScopedContext, input: { offeringId: string; committeeMetOn: string }) {
  const offering = findScopedOffering(tx, ctx, input.offeringId);
  if (!offering) return refuse("unknown-offering");
  const { state, policy, startsAt, endsAt, timeZone } = offering;
  if ((state !== "approved" && state !== "published") || !policy) return refuse("not-possible-now");
  if (startsAt === null || endsAt === null) return refuse("no-sessions");
  if (ctx.now >= endsAt) return refuse("approval-after-end");
  if (input.committeeMetOn > dateOf(ctx.now, timeZone)) return refuse("committee-in-future");
  const year = checkProviderYear(tx, offering.providerId, dateOf(startsAt, timeZone));
  return year.ok ? ok({ offering, policy }) : year;
}

/** What people do on their own time is planned to the minute: a committee approves the steps with the hours (A1). */
function checkSteps(tx: Transaction, offering: Offering): Outcome<null, CatalogRefusal> {
  for (const [index, { ownMinutes, steps }] of listSessions(tx, offering.id).entries()) {
    if (ownMinutes === null) continue;
    const { planned, addsUp } = balanceMinutes(steps, ownMinutes);
    if (!addsUp) return refuse("steps-do-not-add-up", { session: index + 1, planned, own: ownMinutes });
  }
  return ok(null);
}

/** The minutes to approve: as many as the sessions hold (H2–H4) unless fewer are asked for, in whole steps. */
function checkMinutes(
  tx: Transaction,
  offering: Offering,
  policy: ProviderPolicy,
  asked: number | undefined,
): Outcome<number, CatalogRefusal> {
  const countable = approvableMinutes(listSessions(tx, offering.id), policy);
  const minutes = asked ?? countable;
  if (minutes > countable) return refuse("more-than-countable", { countable: formatHours(countable) });
  if (!fitsIncrement(minutes, policy, countable)) return refuse("between-steps", stepsAround(minutes, policy));
  if (minutes < policy.minimumMinutes) return refuse("below-minimum", { minimum: formatHours(policy.minimumMinutes) });
  return ok(minutes);
}
