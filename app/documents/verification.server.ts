import { and, eq, inArray, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { documents } from "#drizzle/schema/documents";
import { isNewestVersion } from "~/credits/ledger.server";
import type { Reader } from "~/platform/database.server";
import { dateOf } from "~/platform/time-zone";
import { getHomeProvider } from "~/people/home-provider.server";
import { stateOf } from "./document-state";
import { groupCode } from "./document-code";
import { totalsOf, transcriptParameters, type TranscriptParameters } from "./transcript-parameters";
import type { Standing, Verification } from "./verification";

/** The document of a code, as typed from paper; null when no document has it (D5). Whoever has the code may see it. */
export function findVerification(db: Reader, typedCode: string): Verification | null {
  const row = db
    .select()
    .from(documents)
    .where(and(eq(documents.code, groupCode(typedCode)), eq(documents.kind, "transcript")))
    .get();
  if (!row) return null;
  const parameters = transcriptParameters.parse(JSON.parse(row.parameters));
  return {
    parameters,
    totals: totalsOf(parameters.lines),
    fileHash: row.fileHash,
    standing: standingOf(db, row, parameters),
  };
}

function standingOf(db: Reader, row: typeof documents.$inferSelect, parameters: TranscriptParameters): Standing {
  const zone = getHomeProvider(db).timeZone;
  const state = stateOf(row);
  if (state === "revoked") return { state, on: dateOf(row.revokedAt!, zone), reason: row.revokedReason ?? "" };
  if (state === "superseded") {
    const successor = db
      .select({ issuedAt: documents.issuedAt })
      .from(documents)
      .where(eq(documents.id, row.supersededById!))
      .get();
    return { state, successorIssuedOn: dateOf(successor!.issuedAt, zone) };
  }
  const { count } = db
    .select({ count: sql<number>`count(*)` })
    .from(credits)
    .where(
      and(
        eq(credits.personId, row.personId),
        inArray(
          credits.id,
          parameters.lines.map((line) => line.creditId),
        ),
        isNewestVersion,
      ),
    )
    .get()!;
  return { state, correctedLines: parameters.lines.length - count };
}
