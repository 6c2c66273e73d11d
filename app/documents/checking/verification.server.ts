import { and, count, eq, inArray } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { documents } from "#drizzle/schema/documents";
import { isNewestVersion } from "~/credits/ledger/ledger.server";
import type { Reader } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { DocumentRow } from "~/documents/issuing/document.server";
import { groupCode } from "~/documents/issuing/document-code";
import { holdsPrivateContact } from "~/documents/issuing/document-kind";
import { type PublicParameters, readPublicParameters } from "~/documents/issuing/document-parameters";
import { stillShown } from "~/people/names/former-name.server";
import { totalsOf } from "~/documents/issuing/transcript-parameters";
import { countOf, rowOf } from "~/platform/database/rows.server";
import type { Standing, Verification } from "./verification";

/** The document of a code, as typed from paper; null when no document has it (D5). Whoever has the code may see it. */
export function findVerification(db: Reader, typedCode: string): Verification | null {
  const row = findByCode(db, typedCode);
  return row && verify(db, row);
}

/** The stored document of a code, as typed from paper. */
export function findByCode(db: Reader, typedCode: string): DocumentRow | null {
  return (
    db
      .select()
      .from(documents)
      .where(eq(documents.code, groupCode(typedCode)))
      .get() ?? null
  );
}

/**
 * What the public may know of a document: all that it says but a private contact (P3) and former names that were withdrawn
 * from public view since, and whether it stands (D5).
 */
export function verify(db: Reader, row: DocumentRow): Verification {
  const frozen = readPublicParameters(row);
  const formerNames = stillShown(db, row.personId, frozen.educator.formerNames);
  const parameters = { ...frozen, educator: { ...frozen.educator, formerNames } };
  return {
    parameters,
    totals: totalsOf(parameters.lines),
    fileHash: holdsPrivateContact(row.kind) ? null : row.fileHash,
    standing: standingOf(db, row, parameters),
  };
}

function standingOf(db: Reader, row: DocumentRow, { lines }: PublicParameters): Standing {
  const zone = getHomeProvider(db).timeZone;
  const { revokedAt, revokedReason, supersededById, personId } = row;
  if (revokedAt !== null) return { state: "revoked", on: dateOf(revokedAt, zone), reason: revokedReason ?? "" };
  if (supersededById !== null) {
    const successor = db
      .select({ issuedAt: documents.issuedAt })
      .from(documents)
      .where(eq(documents.id, supersededById));
    const { issuedAt } = rowOf(successor, `document ${supersededById}`);
    return { state: "superseded", successorIssuedOn: dateOf(issuedAt, zone) };
  }
  const creditIds = lines.map((line) => line.creditId);
  return { state: "current", correctedLines: lines.length - countCurrent(db, personId, creditIds) };
}

function countCurrent(db: Reader, personId: string, creditIds: string[]): number {
  const standing = and(eq(credits.personId, personId), inArray(credits.id, creditIds), isNewestVersion);
  return countOf(db.select({ count: count() }).from(credits).where(standing));
}
