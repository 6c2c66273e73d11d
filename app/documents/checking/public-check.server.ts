import { giveBackTries, lookUp, takeTries, triedFromHere } from "~/platform/secrets/attempts.server";
import type { Context } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { env } from "~/platform/env.server";
import { ok, type Outcome } from "~/platform/outcome";
import { ONE_FILE } from "./uploaded-file";
import { type NamedFile, readUploads } from "./uploaded-file.server";

const unknownsFromHere = (ctx: Context) =>
  triedFromHere(ctx, "verification", { free: env.LIMIT_CODES_PER_ADDRESS, windowMs: 60_000, waits: null });

/** What a code that anybody types stands for. Codes that nothing has count against the network they come from. */
export const lookUpCode = <Found>(
  ctx: Context,
  find: () => Found | null,
): Outcome<Found, "unknown" | "too-many-tries"> => lookUp(ctx, unknownsFromHere(ctx), find);

/** How files are checked: documents, and whatever else is issued here and handed in by those above. */
export type Check<Checked> = (ctx: Context, file: NamedFile) => Promise<{ checked: Checked; isOurs: boolean }>;

/**
 * Checks the file that anybody posts, and forgets it. It counts before it is read, which is slow; one that was issued here
 * is given back.
 * @throws Response 400 or 413
 */
export async function checkPostedFile<Checked>(
  ctx: Context,
  request: Request,
  check: Check<Checked>,
): Promise<Outcome<Checked, "too-many-tries">> {
  const from = unknownsFromHere(ctx);
  const taken = inTransaction(ctx.db, (tx) => takeTries(tx, ctx.now, from));
  if (!taken.ok) return taken;
  const [file] = await readUploads(request, ONE_FILE);
  const { checked, isOurs } = await check(ctx, file);
  if (isOurs) inTransaction(ctx.db, (tx) => giveBackTries(tx, from));
  return ok(checked);
}
