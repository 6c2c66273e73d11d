import { checkUpload } from "~/documents/uploaded-file.server";
import { findByCode } from "~/documents/verification.server";
import type { CheckedFile } from "~/documents/uploaded-file";
import type { ScopedContext } from "~/people/permission.server";
import { recordReading } from "~/platform/reading-log.server";

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
