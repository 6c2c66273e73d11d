import {
  chargeFormerMembers,
  listEmployed,
  previewMembership,
  waiveForMembers,
} from "~/billing/fees/membership.server";
import { listMembers, planMemberships, writeMemberships } from "~/people/organisations/cooperative.server";
import { membershipForm, type MembershipForm } from "~/people/organisations/organisation-form";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";

/** Everybody's membership in the cooperative, and what the change that an address asks about would do (T8). */
export function getCooperativePage(ctx: ActorContext, search: URLSearchParams) {
  const asked = membershipForm.safeParse({
    change: search.get("change"),
    date: search.get("date"),
    organisation: search.getAll("organisation"),
  });
  return {
    today: dateOf(ctx.now, REGION_TIME_ZONE),
    organisations: listMembers(ctx.db),
    chosen: search.getAll("organisation"),
    preview: asked.success ? previewChange(ctx, asked.data) : null,
  };
}

function previewChange(ctx: ActorContext, form: MembershipForm) {
  const plan = planMemberships(ctx.db, form);
  const changing = plan.filter(({ fate }) => fate !== "nothing");
  const organisationIds = changing.map(({ id }) => id);
  return {
    ...form,
    changing,
    unchanged: plan.filter(({ fate }) => fate === "nothing").map(({ name }) => name),
    effect: previewMembership(ctx.db, ctx, { organisationIds, change: form.change, day: form.date }),
  };
}

export type CooperativePreview = ReturnType<typeof previewChange>;

/**
 * An administrator lets organizations join the cooperative, or ends their membership (T8). Claims that nobody has paid are
 * waived at once, and those that the membership alone had waived owe their fee again unless they are posted.
 * @returns how many organizations changed
 */
export function changeMemberships(ctx: ActorContext, form: MembershipForm): number {
  return inTransaction(ctx.db, (tx) => {
    const changed = writeMemberships(tx, ctx, form);
    const personIds = [...listEmployed(tx, changed).keys()];
    if (form.change === "join") waiveForMembers(tx, ctx, personIds, (name) => `${name} is a member of the cooperative`);
    else chargeFormerMembers(tx, ctx, personIds, "The fee was waived for a membership that had ended by then");
    return changed.length;
  });
}
