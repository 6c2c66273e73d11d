import { giveBackTries, lookUp, takeTries, triedFromHere } from "~/platform/secrets/attempts.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { ok, type Outcome } from "~/platform/outcome";
import { type CheckedFile, ONE_FILE } from "./uploaded-file";
import { checkUpload, readUploads } from "./uploaded-file.server";
import type { Verification } from "./verification";
import { findVerification } from "./verification.server";

const unknownsFromHere = (ctx: Context) =>
  triedFromHere(ctx, "verification", { free: env.LIMIT_CODES_PER_ADDRESS, windowMs: 60_000, waits: null });

/** The document of a code that anybody types. Codes that no document has count against the network they come from. */
export const lookUpCode = (ctx: Context, typed: string): Outcome<Verification, "unknown" | "too-many-tries"> =>
  lookUp(ctx, unknownsFromHere(ctx), () => findVerification(ctx.db, typed));

/**
 * Checks the file that anybody posts, and forgets it. It counts before it is read, which is slow; one that was issued here
 * is given back.
 * @throws Response 400, 403 or 413
 */
export async function checkPostedFile(ctx: Context, request: Request): Promise<Outcome<CheckedFile, "too-many-tries">> {
  const from = unknownsFromHere(ctx);
  const taken = inTransaction(ctx.db, (tx) => takeTries(tx, ctx.now, from));
  if (!taken.ok) return taken;
  const [file] = await readUploads(request, ONE_FILE);
  const checked = await checkUpload(ctx.db, file);
  if (checked.verdict === "genuine") inTransaction(ctx.db, (tx) => giveBackTries(tx, from));
  return ok(checked);
}
