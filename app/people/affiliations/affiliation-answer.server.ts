import { and, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { type Affiliation, isUnanswered } from "./affiliation.server";

/** Which affiliations are meant, and whose: rows of other organisations do not exist for whoever asks (P2). */
export interface AffiliationChoice {
  affiliationIds: readonly string[];
  /** The organisations that the actor may speak for; an administrator speaks for all. */
  organisationIds: readonly string[] | "all";
}

const NOTHING = { confirmedAt: null, confirmedBy: null, disownedAt: null, disownedBy: null };

/**
 * Says of those that nobody has answered yet that they are so, each with an audit row; the others are passed over. What
 * follows from it for fees is for the caller: see `hr/affiliation-answer.server.ts`.
 *
 * @returns those that were confirmed now
 * @throws Response 404 when one of them is not of these organisations
 */
export function markConfirmed(tx: Transaction, ctx: ActorContext, choice: AffiliationChoice): Affiliation[] {
  const values = { ...NOTHING, confirmedAt: ctx.now, confirmedBy: ctx.actor.personId };
  return answer(tx, ctx, choice, { from: isUnanswered, values, action: "affiliation.confirmed" });
}

/** Says of those that nobody has answered yet that they are not theirs. Otherwise like `markConfirmed`. */
export function markDisowned(tx: Transaction, ctx: ActorContext, choice: AffiliationChoice): Affiliation[] {
  const values = { ...NOTHING, disownedAt: ctx.now, disownedBy: ctx.actor.personId };
  return answer(tx, ctx, choice, { from: isUnanswered, values, action: "affiliation.disowned" });
}

/**
 * Takes back what was said, so that they wait for an answer again; `said` narrows it, for example to what the actor said.
 * Returns the rows as they were before. Otherwise like `markConfirmed`.
 */
export function markUnanswered(
  tx: Transaction,
  ctx: ActorContext,
  choice: AffiliationChoice,
  said?: SQL,
): Affiliation[] {
  const answered = or(isNotNull(affiliations.confirmedAt), isNotNull(affiliations.disownedAt));
  return answer(tx, ctx, choice, {
    from: and(answered, said),
    values: NOTHING,
    action: "affiliation.answer-withdrawn",
  });
}

function answer(
  tx: Transaction,
  ctx: ActorContext,
  choice: AffiliationChoice,
  change: { from: SQL | undefined; values: Partial<Affiliation>; action: string },
): Affiliation[] {
  const ids = [...new Set(choice.affiliationIds)];
  const { organisationIds } = choice;
  const own = organisationIds === "all" ? undefined : inArray(affiliations.organisationId, [...organisationIds]);
  const known = tx
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(inArray(affiliations.id, ids), own))
    .all();
  if (known.length !== ids.length) throw notFound();
  const rows = tx
    .select()
    .from(affiliations)
    .where(and(inArray(affiliations.id, ids), change.from))
    .all();
  for (const row of rows) {
    tx.update(affiliations).set(change.values).where(eq(affiliations.id, row.id)).run();
    const { organisationId, fromDate, toDate } = row;
    recordAudit(tx, ctx, {
      action: change.action,
      subjectId: row.id,
      personId: row.personId,
      detail: { organisationId, fromDate, toDate },
    });
  }
  return rows;
}
