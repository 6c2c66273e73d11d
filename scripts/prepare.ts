import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { demoAccountsInWords } from "#seed/demo/accounts";
import { insertReferenceData } from "#seed/reference";
import { ensureProviderKeys } from "~/documents/signing/provider-keys.server";
import { hasAccounts } from "~/people/accounts/account.server";
import { issueToken } from "~/people/accounts/account-token.server";
import { now } from "~/platform/time/clock.server";
import type { Context } from "~/platform/context";
import { getDatabase, inTransaction } from "~/platform/database/database.server";
import { env, origin } from "~/platform/env.server";
import { sealCalendarFeeds } from "~/registration/calendar/calendar-feed.server";

/** What the system itself does, for example at the start. */
export const systemContext = (): Context => ({
  db: getDatabase(),
  now: now(),
  actor: null,
  address: null,
  requestId: null,
});

/**
 * Makes the database ready to serve: opened, migrated, with its reference data and a signing key per provider. In production, while nobody can sign in,
 * prints the one-time link with which the first administrator sets up.
 */
export async function prepare(): Promise<void> {
  const ctx = systemContext();
  insertReferenceData(ctx);
  if (env.HOURBOOK_MODE === "demo" || env.HOURBOOK_MODE === "development") {
    if (!hasAccounts(ctx.db)) await seedElsewhere();
    console.log(`\n${demoAccountsInWords()}\n\nSign in at ${origin}/sign-in\n`);
  }
  await ensureProviderKeys(ctx);
  sealCalendarFeeds(ctx);
  if ((env.HOURBOOK_MODE === "production" || env.HOURBOOK_MODE === "test") && !hasAccounts(ctx.db)) {
    const token = inTransaction(ctx.db, (tx) => issueToken(tx, ctx, "setup", {}));
    console.log(`Nobody has an account yet. The first administrator sets up at ${origin}/setup?token=${token}`);
  }
}

/** Inventing a demo takes more memory than a server ever gives back: a process of its own does it and ends. */
async function seedElsewhere(): Promise<void> {
  const child = fork(path.resolve("scripts/seed-demo.ts"), { execArgv: ["--import", "tsx"] });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The demo could not be invented.");
}
