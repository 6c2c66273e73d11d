import { listCurrentCredits, type CurrentCredit } from "~/credits/ledger/ledger.server";
import { basisKey } from "~/credits/ledger/credit-row.server";
import { drawOnThread } from "~/documents/drawing/drawing-pool.server";
import { issueCertificate, issueRegistrationForm } from "~/documents/issuing/credit-document.server";
import { type DocumentRow, listCreditDocuments, readDocumentFile } from "~/documents/issuing/document.server";
import { readParameters } from "~/documents/issuing/document-parameters";
import { DOCUMENT_REFUSALS, type DocumentRefusal } from "~/documents/issuing/refusal";
import type { ActorContext } from "~/platform/context";
import { logger } from "~/platform/logging/logger.server";
import type { Outcome } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import { filesOfOutside } from "./pack-evidence.server";
import type { BoundPart } from "~/documents/binding/bound-part";
import type { RenewalFacts } from "~/renewal/progress/progress";
import { issueRenewalSummary } from "~/renewal/summary/renewal-summary.server";

/** A file for the pack, before it is made: what it shows, and how it comes about. */
export interface WantedFile {
  /** The source or requirement that it is for; null for one about all of them. */
  sourceId: string | null;
  title: string;
  /** Plain date. */
  on: string;
  make: (ctx: ActorContext) => Promise<PackedFile | { missing: string }>;
}

/** A file that was made, or read, and is what its digest says. */
export interface PackedFile {
  /** Empty for what is no document of ours. */
  code: string;
  extension: string;
  /** As pages of the one PDF; null for a file apart. */
  part: BoundPart | null;
  /** What stands in the ZIP. */
  input: Uint8Array | Blob;
}

/** The summary, for each credit its certificate and its form, in the order of the credits, then what proves hours from elsewhere. */
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
    ...hours.filter(({ id, entered }) => entered && counting.includes(id)).map(filesOfOutside),
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

/** The stored bytes, if they are those that were issued (D5). */
function readIssued(
  ctx: ActorContext,
  title: string,
  issued: Outcome<DocumentRow, DocumentRefusal>,
): PackedFile | { missing: string } {
  if (!issued.ok) return { missing: `${title}: ${DOCUMENT_REFUSALS[issued.reason]}` };
  const { id, code, fileHash } = issued.value;
  const bytes = readDocumentFile(ctx.db, id);
  if (sha256(bytes) !== fileHash) {
    logger.error({ document: id }, "A stored document is not what was issued");
    return { missing: `${title}: the stored file is not what was issued. Tell the registrar.` };
  }
  return { code, extension: "pdf", part: { type: "application/pdf", bytes }, input: bytes };
}
