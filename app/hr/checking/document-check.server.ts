import type { NamedFile } from "~/documents/checking/uploaded-file.server";
import { findByCode } from "~/documents/checking/verification.server";
import { checkAnyUpload } from "~/microcredentials/badges/checked-upload.server";
import { findHolder } from "~/microcredentials/badges/badge.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { type CheckedRow, rowOfBadge, rowOfDocument } from "./checked-row";

/**
 * Checks a file that HR holds, as anybody could, and says no more than the file itself does. Whose document or badge it is on
 * record is audited (P5).
 */
export async function checkForHr(ctx: ScopedContext, file: NamedFile): Promise<CheckedRow> {
  const { document, badge } = (await checkAnyUpload(ctx, file)).checked;
  const row = badge ? rowOfBadge(badge) : rowOfDocument(document);
  const { verdict } = badge ?? document;
  const { code } = row;
  const personId = code && (badge ? findHolder(ctx.db, code) : findByCode(ctx.db, code)?.personId);
  recordReading(ctx, {
    action: "hr.document-checked",
    subjectId: code ?? "unknown",
    personIds: [personId],
    detail: { verdict, code },
  });
  return row;
}
