import { listCurrentCredits, type CurrentCredit } from "~/credits/ledger/ledger.server";
import { basisKey } from "~/credits/ledger/credit-row.server";
import { drawOnThread } from "~/documents/drawing/drawing-pool.server";
import { issueCertificate, issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { type DocumentRow, listCreditDocuments } from "~/documents/issuing/document.server";
import { readParameters } from "~/documents/issuing/document-parameters";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import type { ActorContext } from "~/platform/context";
import type { Outcome } from "~/platform/outcome";
import { filesOfEntered } from "./pack-evidence.server";
import { readIssued, type WantedFile } from "./packed-file.server";
import type { RenewalFacts } from "~/renewal/progress/progress";
import { issueRenewalSummary } from "~/renewal/summary/renewal-summary.server";

/** The summary, for each credit its certificate and its form, in the order of the credits, then growth plans, and what proves hours from elsewhere. */
export function listWantedFiles(
  ctx: ActorContext,
  { hours }: RenewalFacts,
  counting: readonly string[],
  asOf: string,
): WantedFile[] {
  const credits = listCurrentCredits(ctx.db, ctx.actor.personId).filter(({ id }) => counting.includes(id));
  return [
    {
      sourceId: null,
      title: "Renewal summary",
      on: asOf,
      make: async (acting) => readIssued(acting, "Renewal summary", await issueRenewalSummary(acting)),
    },
    ...credits.flatMap((credit) => filesOfCredit(credit)),
    ...hours.filter(({ id, entered }) => entered && counting.includes(id)).flatMap((each) => filesOfEntered(ctx, each)),
  ];
}

function filesOfCredit(credit: CurrentCredit): WantedFile[] {
  const { snapshot } = credit;
  const about = { sourceId: credit.id, on: snapshot.offering.completedOn };
  const { title } = snapshot.course;
  return [
    {
      ...about,
      title: `Certificate: ${title}`,
      make: async (ctx) =>
        readIssued(ctx, `Certificate: ${title}`, await issueCertificate(ctx, credit.id, drawOnThread)),
    },
    {
      ...about,
      title: `Form SPI 1125: ${title}`,
      make: async (ctx) => readIssued(ctx, `Form SPI 1125: ${title}`, await issueForm(ctx, credit)),
    },
  ];
}

/** The form as it was issued last, with the address that its owner gave then; a new one where there is none, or the hours changed. */
function issueForm(ctx: ActorContext, credit: CurrentCredit): Promise<Outcome<DocumentRow, DocumentRefusal>> {
  const last = listCreditDocuments(ctx.db, basisKey(credit)).find(
    ({ kind, supersededById, revokedAt }) =>
      kind === "registration-form" && supersededById === null && revokedAt === null,
  );
  const said = last ? readParameters(last) : null;
  const address = said?.kind === "registration-form" ? said.address : null;
  return issueRegistrationForm(ctx, { creditId: credit.id, address }, drawOnThread);
}
