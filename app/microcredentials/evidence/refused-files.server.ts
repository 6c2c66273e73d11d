import { and, count, desc, eq } from "drizzle-orm";
import { portfolioFileScans } from "#drizzle/schema/microcredentials/evidence";
import { portfolioFiles, portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { persons } from "#drizzle/schema/people";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";

const NEWEST = 100;
const MOST = 2_000;

const refusedOf = (microcredentialId: string) =>
  and(eq(portfolioFileScans.verdict, "refused"), eq(portfolios.microcredentialId, microcredentialId));

/** How many files for a micro-credential were refused by a scan. */
export const countRefusedFiles = (db: Reader, microcredentialId: string): number =>
  countOf(
    db
      .select({ count: count() })
      .from(portfolioFileScans)
      .innerJoin(portfolioFiles, eq(portfolioFiles.id, portfolioFileScans.fileId))
      .innerJoin(portfolios, eq(portfolios.id, portfolioFiles.portfolioId))
      .where(refusedOf(microcredentialId)),
  );

/**
 * Files that a scan refused, with whose they are and why, the last first; nobody can open them. The caller has checked the right to
 * the micro-credential. Looking is audited (P5).
 * @param all more of them than the newest hundred: every name that the page shows is written to the log
 */
export function listRefusedFiles(ctx: ScopedContext, microcredentialId: string, all = false) {
  const found = ctx.db
    .select({ scan: portfolioFileScans, file: portfolioFiles, person: persons })
    .from(portfolioFileScans)
    .innerJoin(portfolioFiles, eq(portfolioFiles.id, portfolioFileScans.fileId))
    .innerJoin(portfolios, eq(portfolios.id, portfolioFiles.portfolioId))
    .innerJoin(persons, eq(persons.id, portfolios.personId))
    .where(refusedOf(microcredentialId))
    .orderBy(desc(portfolioFileScans.decidedAt), desc(portfolioFileScans.fileId))
    .limit(all ? MOST : NEWEST)
    .all();
  const personIds = found.map(({ person }) => person.id);
  if (found.length > 0)
    recordReading(ctx, { action: "portfolio.refused-files-listed", subjectId: microcredentialId, personIds });
  const rows = found.map(({ scan, file, person }) => ({
    id: file.id,
    personId: person.id,
    name: staffNameOf(person),
    file: file.name,
    reason: scan.reason ?? "",
    at: scan.decidedAt ?? 0,
  }));
  return { rows, total: countRefusedFiles(ctx.db, microcredentialId) };
}
