import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { accounts } from "#drizzle/schema/people";
import type { EvidencePart } from "~/microcredentials/definitions/definition";
import type { Database } from "~/platform/database/database.server";
import { at } from "../support/clock";
import { actingAs } from "../support/context";
import { psesd } from "../support/factories";
import { makeMicrocredential } from "../support/microcredentials/definitions";
import { emailOf } from "./people";

/** What a part says once the server has it. */
export const SAVED = /^Saved$/;

/**
 * Publishes a micro-credential with two criteria, as the coordinator, with the evidence that it asks for by their keys. A second
 * assessor reads it when somebody asks for one; by chance alone, next to never.
 */
export function publishFor(db: Database, evidence: (keys: string[]) => Omit<EvidencePart, "key">[]): string {
  const account = db
    .select()
    .from(accounts)
    .where(eq(accounts.email, emailOf("coordinator")))
    .get()!;
  const { id: providerId } = psesd(db);
  const ctx = actingAs(
    db,
    { personId: account.personId, accountId: account.id, name: "Jordan" },
    { now: at("2027-01-11T08:00"), scopeIds: [providerId] },
  );
  return makeMicrocredential(ctx, { providerId, evidence, secondEvery: 1_000_000_000 });
}

/** Ticks what is asked before a portfolio is handed in. */
export async function agree(page: Page): Promise<void> {
  for (const box of await page.locator("#submit").getByRole("checkbox").all()) await box.check();
}
