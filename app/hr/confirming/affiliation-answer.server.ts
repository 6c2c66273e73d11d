import { and, eq, gte, inArray, or, type SQL } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { chargeFormerMembers, waiveForMembers } from "~/billing/fees/membership.server";
import type { Affiliation } from "~/people/affiliations/affiliation.server";
import {
  type AffiliationChoice,
  markConfirmed,
  markDisowned,
  markUnanswered,
} from "~/people/affiliations/affiliation-answer.server";
import type { AffiliationAnswerInput } from "~/people/affiliations/affiliation-answer-form";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** Why nothing was said of any affiliation. */
export type AnswerRefusal = "said-already" | "own-affiliation" | "not-said-lately";

/** Each refusal in plain words. */
export const ANSWER_REFUSALS: Record<AnswerRefusal, string> = {
  "said-already": "Somebody has said this already. Reload the page to see what is left.",
  "own-affiliation": "This is your own workplace. Ask a colleague in HR, or an administrator, to confirm it.",
  "not-said-lately":
    "You can take back what you said yourself in the last 30 days. For older answers, ask an administrator.",
};

/** What each answer does to so many people, and what is said once it is done. */
export const ANSWER_WORDS: Record<
  AffiliationAnswerInput["intent"],
  Record<"title" | "said", (people: string) => string>
> = {
  confirm: {
    title: (people) => `Confirm ${people} as yours`,
    said: (people) => `${people} confirmed. Their hours are in your next export.`,
  },
  disown: {
    title: (people) => `Mark ${people} as not yours`,
    said: (people) => `${people} marked as not yours.`,
  },
  "take-back": {
    title: (people) => `Take back what you said of ${people}`,
    said: (people) => `Taken back: ${people} to confirm again.`,
  },
};

/** For how long HR may take back what they said. */
const TAKE_BACK_FOR = 30 * 86_400_000;

/**
 * Confirms affiliations that nobody has answered yet, each with an audit row; the others are passed over. From now on
 * they count: open fees that a cooperative's membership waives are waived, and the hours of these dates come to HR as new
 * rows. For HR, for administrators, and for a district's staff list.
 *
 * @returns those that were confirmed now
 * @throws Response 404 when one of them is not of these organisations
 */
export function confirmAffiliations(tx: Transaction, ctx: ActorContext, choice: AffiliationChoice): Affiliation[] {
  const rows = markConfirmed(tx, ctx, choice);
  waiveForMembers(tx, ctx, personIdsOf(rows));
  return rows;
}

/**
 * Takes back what was said of affiliations; `said` narrows it. Where it was a confirmation, fees that it waived are due
 * again, unless the hours are posted.
 *
 * @throws Response 404 when one of them is not of these organisations
 */
export function takeBackAnswers(
  tx: Transaction,
  ctx: ActorContext,
  choice: AffiliationChoice,
  said?: SQL,
): Affiliation[] {
  const rows = markUnanswered(tx, ctx, choice, said);
  chargeFormerMembers(tx, ctx, personIdsOf(rows.filter((row) => row.confirmedAt !== null)));
  return rows;
}

/**
 * HR says of the chosen affiliations whether they are theirs, or takes back what they said lately. Nobody speaks for
 * themselves. Returns how many were changed.
 *
 * @throws Response 404 when one of them is not of the actor's organisations (P2)
 */
export function answerAsHr(ctx: ScopedContext, input: AffiliationAnswerInput): Outcome<number, AnswerRefusal> {
  return answer(ctx, input, ctx.scopeIds, saidBy(ctx));
}

/**
 * An administrator says the same of anybody's but their own, and takes back what anybody said.
 * @throws Response 404 when one of them does not exist
 */
export function answerAsAdministrator(
  ctx: ActorContext,
  input: AffiliationAnswerInput,
): Outcome<number, AnswerRefusal> {
  return answer(ctx, input, "all", undefined);
}

/** Condition on `affiliations`: the actor has answered it within the last 30 days. */
export function saidBy(ctx: ActorContext): SQL | undefined {
  const { personId } = ctx.actor;
  const since = ctx.now - TAKE_BACK_FOR;
  return or(
    and(eq(affiliations.confirmedBy, personId), gte(affiliations.confirmedAt, since)),
    and(eq(affiliations.disownedBy, personId), gte(affiliations.disownedAt, since)),
  );
}

function answer(
  ctx: ActorContext,
  { intent, affiliation }: AffiliationAnswerInput,
  organisationIds: AffiliationChoice["organisationIds"],
  said: SQL | undefined,
): Outcome<number, AnswerRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const choice = { affiliationIds: affiliation, organisationIds };
    if (isOwn(tx, ctx, affiliation)) return refuse("own-affiliation");
    if (intent === "take-back") {
      const withdrawn = takeBackAnswers(tx, ctx, choice, said).length;
      return withdrawn > 0 ? ok(withdrawn) : refuse("not-said-lately");
    }
    const changed = intent === "confirm" ? confirmAffiliations(tx, ctx, choice) : markDisowned(tx, ctx, choice);
    return changed.length > 0 ? ok(changed.length) : refuse("said-already");
  });
}

function isOwn(tx: Transaction, ctx: ActorContext, affiliationIds: readonly string[]): boolean {
  const own = and(inArray(affiliations.id, [...affiliationIds]), eq(affiliations.personId, ctx.actor.personId));
  return tx.select({ id: affiliations.id }).from(affiliations).where(own).get() !== undefined;
}

const personIdsOf = (rows: readonly Affiliation[]): string[] => rows.map((row) => row.personId);
