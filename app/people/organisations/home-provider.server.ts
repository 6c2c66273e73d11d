import { asc, eq } from "drizzle-orm";
import { providers } from "#drizzle/schema/providers";
import { organisations } from "#drizzle/schema/people";
import type { Reader } from "~/platform/database/database.server";

/**
 * The educational service district that runs this Hourbook: its name stands on invitations and on the letterhead of
 * transcripts, whoever gave the hours.
 * @throws Error when the reference data is missing
 */
export function getHomeProvider(db: Reader): typeof providers.$inferSelect {
  const row = db
    .select({ provider: providers })
    .from(providers)
    .innerJoin(organisations, eq(organisations.id, providers.organisationId))
    .where(eq(organisations.kind, "esd"))
    .orderBy(asc(providers.createdAt), asc(providers.id))
    .limit(1)
    .get();
  if (!row) throw new Error("No educational service district is a provider: the reference data is missing.");
  return row.provider;
}
