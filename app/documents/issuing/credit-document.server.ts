import { basisKey } from "~/credits/ledger/credit-row.server";
import type { CurrentCredit } from "~/credits/ledger/ledger.server";
import { hasGrant } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext, Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { findCurrentCredit, takeCertificateContent, takeFormContent } from "./credit-content.server";
import { type DocumentRow, listCreditDocuments } from "./document.server";
import { undrawableIn } from "~/documents/typesetting/shaping.server";
import { getPerson } from "~/people/persons/person.server";
import { type Taken, undrawableNamesOf } from "./document-content.server";
import { issue, type IssuePlan } from "./issuing.server";
import type { DocumentRefusal } from "./refusal";

/**
 * Issues the certificate of one credit (D2, D3, D5), of whichever version now stands. For the person themselves, the
 * provider's registrars, and the system, which attaches it to the message that the hours are posted. Asking again for
 * what has not changed gives the same document (T9).
 */
export async function issueCertificate(
  ctx: Context,
  creditId: string,
  draw?: IssuePlan["draw"],
): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  return issueForCredit(ctx, { creditId, kind: "certificate", take: takeCertificateContent, draw });
}

/**
 * Issues the SPI 1125-equivalent registration form of one credit (D4, D5). The address is printed and frozen in the
 * document, and kept nowhere else; without one the form leaves a line to write on.
 */
export async function issueRegistrationForm(
  ctx: Context,
  { creditId, address }: { creditId: string; address?: string | null | undefined },
  draw?: IssuePlan["draw"],
): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  const take = (db: Reader, credit: CurrentCredit) => takeFormContent(db, credit, address || null);
  return issueForCredit(ctx, { creditId, kind: "registration-form", take, draw });
}

/**
 * A credit with what was issued for it, for whoever may have its documents. Staff who look are audited (P5).
 * @throws Response 404 for others
 */
export function getCreditForDocuments(ctx: ActorContext, creditId: string) {
  const credit = findCurrentCredit(ctx.db, creditId);
  if (!credit || !mayHave(ctx, credit)) throw notFound();
  const isOwn = ctx.actor.personId === credit.personId;
  if (!isOwn) recordReading(ctx, { action: "credit.read", subjectId: credit.id, personIds: [credit.personId] });
  return {
    credit,
    isOwn,
    name: credit.snapshot.educator.legalName,
    undrawable: [
      ...undrawableNamesOf(ctx.db, getPerson(ctx.db, credit.personId)),
      ...undrawableIn([credit.snapshot.course.title, ...credit.snapshot.instructors].join(" ")),
    ],
    documents: listCreditDocuments(ctx.db, basisKey(credit)),
  };
}

interface CreditPlan {
  creditId: string;
  kind: "certificate" | "registration-form";
  take: (db: Reader, credit: CurrentCredit) => Taken;
  draw: IssuePlan["draw"];
}

async function issueForCredit(
  ctx: Context,
  { creditId, kind, take, draw }: CreditPlan,
): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  const credit = findCurrentCredit(ctx.db, creditId);
  if (!credit || !mayHave(ctx, credit)) return refuse("unknown-credit");
  return issue(ctx, {
    personId: credit.personId,
    series: `${kind}:${basisKey(credit)}`,
    take: (db) => {
      const current = findCurrentCredit(db, creditId);
      return current && current.minutes > 0 ? take(db, current) : null;
    },
    draw,
  });
}

function mayHave({ actor, ...ctx }: Context, credit: CurrentCredit): boolean {
  if (!actor || actor.personId === credit.personId) return true;
  return hasGrant({ ...ctx, actor }, "registrar", credit.snapshot.provider.id);
}
