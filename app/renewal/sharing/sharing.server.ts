import { and, eq } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { renewalShares } from "#drizzle/schema/renewal/sharing";
import { listWorkplacesToday } from "~/people/affiliations/workplaces-today.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

export type SharingRefusal = "not-there";

/** An organization whose HR may be shown what somebody's renewal takes. */
export interface Share {
  organisationId: string;
  name: string;
  /** Epoch milliseconds; null while it is not shown. */
  sharedAt: number | null;
}

/** Where the actor works today, the latest first, and wherever else they still show it. */
export function listMyShares(ctx: ActorContext): Share[] {
  const { personId } = ctx.actor;
  const shared = listShares(ctx.db, personId);
  const here = listWorkplacesToday(ctx.db, ctx).map(({ organisationId, organisation }) => ({
    organisationId,
    name: organisation,
    sharedAt: shared.find((each) => each.organisationId === organisationId)?.sharedAt ?? null,
  }));
  return [
    ...here,
    ...shared.filter(({ organisationId }) => !here.some((each) => each.organisationId === organisationId)),
  ];
}

const listShares = (db: Reader, personId: string) =>
  db
    .select({
      organisationId: renewalShares.organisationId,
      name: organisations.name,
      sharedAt: renewalShares.sharedAt,
    })
    .from(renewalShares)
    .innerJoin(organisations, eq(organisations.id, renewalShares.organisationId))
    .where(eq(renewalShares.personId, personId))
    .orderBy(byLetters(organisations.name))
    .all();

/** Lets HR of an organization at which the actor works today see what their renewal takes; again, it changes nothing. */
export function shareRenewal(ctx: ActorContext, organisationId: string): Outcome<null, SharingRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (!listWorkplacesToday(tx, ctx).some((each) => each.organisationId === organisationId))
      return refuse("not-there");
    const { personId } = ctx.actor;
    const { changes } = tx
      .insert(renewalShares)
      .values({ personId, organisationId, sharedAt: ctx.now })
      .onConflictDoNothing()
      .run();
    if (changes > 0) recordAudit(tx, ctx, { action: "renewal.shown", subjectId: organisationId, personId });
    return ok(null);
  });
}

/** Ends it, at whichever organization. From then on its HR sees nothing of it any more. */
export function stopSharing(ctx: ActorContext, organisationId: string): void {
  inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const { changes } = tx
      .delete(renewalShares)
      .where(and(eq(renewalShares.personId, personId), eq(renewalShares.organisationId, organisationId)))
      .run();
    if (changes > 0) recordAudit(tx, ctx, { action: "renewal.hidden", subjectId: organisationId, personId });
  });
}
