import { asc, eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/platform";
import type { Database } from "~/platform/database.server";

/** The messages of one kind, oldest first. */
export function messagesOf(db: Database, kind: string) {
  return db.select().from(outboxMessages).where(eq(outboxMessages.kind, kind)).orderBy(asc(outboxMessages.id)).all();
}
