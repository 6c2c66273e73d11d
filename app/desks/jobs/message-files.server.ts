import { findPass } from "~/attendance/scan/pass.server";
import { issueCertificate } from "~/documents/issuing/credit-document.server";
import { fileNameOf, readDocumentFile } from "~/documents/issuing/document.server";
import { checkPayload } from "~/messages/catalog/catalog";
import { attachFiles } from "~/registration/messages/message-draft.server";
import { attachMessageFiles } from "~/registration/messages/message-files.server";
import { findCurrentBadge } from "~/microcredentials/badges/badge.server";
import { bakedPng } from "~/microcredentials/badges/badge-response.server";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { drawQrPng } from "~/platform/text/qr-picture.server";
import type { Attach } from "~/messages/delivery/mail-compose.server";

const BADGE_WIDTH = 800;
/** Pixels of a module: twice what the message shows, for dense screens. */
const PASS_SCALE = 8;

/** The badge of an award as a picture that holds its credential; none once it is revoked. */
function attachBadge(db: Reader, awardId: string) {
  const badge = findCurrentBadge(db, awardId);
  if (!badge || badge.credential === null) return [];
  const content = bakedPng({ ...badge, credential: badge.credential }, BADGE_WIDTH);
  return [{ filename: `badge-${badge.code}.png`, content, contentType: "image/png" }];
}

/**
 * The check-in pass that a message shows; none once the registration does not stand, and none while the provider's key is locked: the
 * short code stands in the message all the same.
 */
async function attachPass(ctx: Context, payload: Record<string, unknown>) {
  const { registrationId } = (payload.pass ?? {}) as { registrationId?: string };
  const pass = registrationId === undefined ? null : await findPass(ctx, registrationId);
  if (pass === null) return [];
  const content = drawQrPng(pass, PASS_SCALE);
  const inline = { cid: "check-in-pass", contentDisposition: "inline" as const };
  return [{ filename: "check-in-pass.png", content, contentType: "image/png", ...inline }];
}

/**
 * The files that go with a message: those that staff chose, the check-in pass of a registration, the certificate of the credit that it tells of (T3), and the badge of an award (M3). Issuing again gives the same
 * document, so that a second attempt sends the same file. While the signing key is locked the message waits. Stands above the subjects: mail knows nothing of documents.
 */
export function messageFiles(contextAt: () => Context): Attach {
  return async ({ kind, subjectId, payload }) => {
    if (kind === "offering-message" && typeof payload.messageId === "string")
      return attachMessageFiles(contextAt().db, payload.messageId);
    if (kind === "offering-message-test")
      return attachFiles(contextAt().db, checkPayload("offering-message-test", payload).files);
    if (kind === "award-issued") return attachBadge(contextAt().db, subjectId);
    if (payload.pass) return attachPass(contextAt(), payload);
    if (kind !== "credit-posted") return [];
    const ctx = contextAt();
    const issued = await issueCertificate(ctx, subjectId);
    if (!issued.ok && issued.reason === "key-locked") throw new Error("The key that signs documents is locked.");
    // A credit that was lowered to nothing meanwhile has no certificate; its correction is told in a message of its own.
    if (!issued.ok) return [];
    const content = readDocumentFile(ctx.db, issued.value.id);
    return [{ filename: fileNameOf(issued.value), content, contentType: "application/pdf" }];
  };
}
