import { and, eq } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolioFiles, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import type { Content } from "~/microcredentials/portfolios/portfolio";
import { findScope } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound } from "~/platform/http/responses.server";

/**
 * A file of a portfolio, for its author, for whoever judges or judged what it was handed in with, and, once it was handed in, for
 * the provider's coordinator. Looking is audited for all but its author (P5).
 * @throws Response 404 for everybody else
 */
export async function openPortfolioFile(ctx: ActorContext, fileId: string): Promise<Response> {
  const row = ctx.db
    .select({
      file: portfolioFiles,
      stored: storedFiles,
      portfolio: portfolios,
      providerId: microcredentials.providerId,
    })
    .from(portfolioFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, portfolioFiles.fileHash))
    .innerJoin(portfolios, eq(portfolios.id, portfolioFiles.portfolioId))
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(eq(portfolioFiles.id, fileId))
    .get();
  if (!row) throw notFound();
  const { file, stored, portfolio, providerId } = row;
  if (portfolio.personId !== ctx.actor.personId) {
    const handedIn = ctx.db.select().from(submissions).where(eq(submissions.portfolioId, portfolio.id)).all();
    const inside = handedIn.filter(({ content }) =>
      Object.values(content as Content).some(({ files }) => files.some(({ id }) => id === fileId)),
    );
    const coordinates = findScope(ctx, "coordinator")?.scopeIds.includes(providerId) ?? false;
    const judges = inside.some(({ id }) => isJudgedBy(ctx, id));
    if (inside.length === 0 || !(coordinates || judges)) throw notFound();
    recordReading(ctx, { action: "portfolio.file-read", subjectId: fileId, personIds: [portfolio.personId] });
  }
  return storedFileResponse(stored, file.name);
}

/** Whether the actor is or was an assessor of a submission; whoever handed it back is not. */
function isJudgedBy(ctx: ActorContext, submissionId: string): boolean {
  const mine = and(eq(assessments.submissionId, submissionId), eq(assessments.assessorId, ctx.actor.personId));
  return ctx.db
    .select()
    .from(assessments)
    .where(mine)
    .all()
    .some(({ releasedAt }) => releasedAt === null);
}
