import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { insertAffiliation } from "./affiliation.server";
import type { AffiliationInput } from "./affiliation-form";
import { lacksWorkplace } from "./workplace.server";

/** What somebody who gets an account answers: where they work, null for none of the organizations, or nothing. */
export type FirstWorkplace = AffiliationInput | null | undefined;

export type FirstWorkplaceRefusal = "workplace-missing" | "unknown-organisation";

/** Each refusal in plain words. */
export const FIRST_WORKPLACE_REFUSALS: Record<FirstWorkplaceRefusal, string> = {
  "workplace-missing": "Say where you work, or choose “None of these”.",
  "unknown-organisation": "Choose an organization from the list, or “None of these”.",
};

/** Whether whoever gets an account is asked where they work: nothing of it is on record yet (S1). */
export function asksFirstWorkplace(db: Reader, personId: string | null): boolean {
  return personId === null || lacksWorkplace(db, personId);
}

/** Whether the question was answered, if it was asked, with an organization that exists. */
export function checkFirstWorkplace(
  db: Reader,
  personId: string | null,
  answer: FirstWorkplace,
): Outcome<null, FirstWorkplaceRefusal> {
  if (answer === undefined) return asksFirstWorkplace(db, personId) ? refuse("workplace-missing") : ok(null);
  return answer === null || findOrganisation(db, answer.organisationId) ? ok(null) : refuse("unknown-organisation");
}

/** Keeps the answer: their own word, that waits to be confirmed. Nothing where something is on record already. */
export function enterFirstWorkplace(tx: Transaction, ctx: Context, personId: string, answer: FirstWorkplace): void {
  if (answer && asksFirstWorkplace(tx, personId)) insertAffiliation(tx, ctx, personId, answer, { confirmed: false });
}
