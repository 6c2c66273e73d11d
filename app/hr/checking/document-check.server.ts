import { checkUpload } from "~/documents/checking/uploaded-file.server";
import { findByCode } from "~/documents/checking/verification.server";
import type { CheckedFile } from "~/documents/checking/uploaded-file";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";

/**
 * Checks a file that HR holds, as anybody could, and says no more than the file itself does. Whose document it is on
 * record is audited (P5).
 */
export async function checkForHr(ctx: ScopedContext, file: { name: string; bytes: Buffer }): Promise<CheckedFile> {
  const checked = await checkUpload(ctx.db, file);
  const code = checked.verification?.parameters.code ?? null;
  recordReading(ctx, {
    action: "hr.document-checked",
    subjectId: code ?? "unknown",
    personIds: [code && findByCode(ctx.db, code)?.personId],
    detail: { verdict: checked.verdict, code },
  });
  return checked;
}
