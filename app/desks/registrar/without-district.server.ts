import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { credits, unplacedCredits } from "#drizzle/schema/credits";
import { awards } from "#drizzle/schema/microcredentials/awards";
import type { Credit } from "~/credits/ledger/credit-row.server";
import { parseCredit } from "~/credits/ledger/ledger.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addressee, replyToFor } from "~/registration/messages/offering-message.server";

/** Condition on `credits`: the newest version, of which no confirmed workplace holds the day of completion, so that no HR sees the hours (S1). */
export const reachesNoDistrict: SQL = sql`${credits.id} in (select ${unplacedCredits.creditId} from ${unplacedCredits})`;

/** Condition on `credits`, joined with their offerings where they have one: posted by one of these providers. */
export const isPostedBy = (providerIds: readonly string[]): SQL =>
  sql`(${inArray(offerings.providerId, [...providerIds])} or exists (
    select 1 from ${awards} where ${awards.id} = ${credits.awardId} and ${inArray(awards.providerId, [...providerIds])}))`;

function nameCredit(credit: Credit): { providerName: string; offeringTitle: string } {
  const { provider, course } = parseCredit(credit).snapshot;
  return { providerName: provider.name, offeringTitle: course.title };
}

/**
 * Asks the people of such credits by mail where they worked, each at most once a day for a credit. Returns how many are
 * asked; people without an address, and credits of other providers, are passed over.
 */
export function askForWorkplaces(ctx: ScopedContext, creditIds: readonly string[]): Outcome<number, "nobody-to-ask"> {
  return inTransaction(ctx.db, (tx) => {
    const rows = tx
      .select({ credit: credits })
      .from(credits)
      .leftJoin(offerings, eq(offerings.id, credits.offeringId))
      .where(and(inArray(credits.id, [...creditIds]), isPostedBy(ctx.scopeIds), reachesNoDistrict))
      .all();
    let asked = 0;
    for (const { credit } of rows) {
      const { personName, ...to } = addressee(tx, credit.personId);
      const queued = enqueueMessage(tx, ctx, {
        kind: "workplace-missing",
        subjectId: credit.id,
        ...to,
        replyTo: credit.offeringId === null ? null : replyToFor(tx, credit.offeringId),
        occasion: dateOf(ctx.now, REGION_TIME_ZONE),
        payload: {
          personName,
          ...nameCredit(credit),
          hours: formatHours(credit.minutes),
          completedOn: formatPlainDate(credit.completedOn),
          actionUrl: `${origin}/profile`,
        },
      });
      if (!queued) continue;
      asked++;
      const { id, personId } = credit;
      recordAudit(tx, ctx, { action: "credit.workplace-asked", subjectId: id, personId });
    }
    return asked > 0 ? ok(asked) : refuse("nobody-to-ask");
  });
}
