import { and, eq, isNull } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolioFiles, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { findHeldBack } from "~/microcredentials/evidence/scan.server";
import { wordsOfScan } from "~/microcredentials/evidence/scan";
import type { Content } from "~/microcredentials/portfolios/portfolio";
import { findScope } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { mediumOfName } from "~/platform/files/kept-type";
import { notFound } from "~/platform/http/responses.server";
import { viewerResponse } from "./portfolio-viewer.server";

/** Within this, whoever looks again reads once: longer than a lesson that is watched in parts. */
const ONE_READING_MS = 2 * 3_600_000;

/**
 * A file of a portfolio, or the part of it that a player asks for: for its author, for whoever judges or judged what it was
 * handed in with, and, once it was handed in, for the provider's coordinator. Looking is audited for all but its author (P5).
 * @throws Response 404 for everybody else
 */
export async function openPortfolioFile(ctx: ActorContext, fileId: string, asked: Headers): Promise<Response> {
  const { file, stored } = readFile(ctx, fileId);
  return heldBackResponse(ctx, fileId) ?? storedFileResponse(stored, file.name, asked);
}

/**
 * The page on which a picture, a video or sound of a portfolio is looked at without being saved, for the same people.
 * @throws Response 404 for everybody else, and for a file that is only saved
 */
export function viewPortfolioFile(ctx: ActorContext, fileId: string): Response {
  const { file, back } = readFile(ctx, fileId);
  const medium = mediumOfName(file.name);
  if (medium === null) throw notFound();
  return (
    heldBackResponse(ctx, fileId) ?? viewerResponse({ name: file.name, medium, at: `/portfolio-files/${fileId}`, back })
  );
}

/** What is said of a file that is not checked yet, or was refused; null for one that can be opened. */
function heldBackResponse(ctx: ActorContext, fileId: string): Response | null {
  const held = findHeldBack(ctx.db, fileId);
  return (
    held && new Response(wordsOfScan(held), { status: 409, headers: { "Content-Type": "text/plain; charset=utf-8" } })
  );
}

function readFile(ctx: ActorContext, fileId: string) {
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
  const { personId, microcredentialId } = portfolio;
  if (personId === ctx.actor.personId) return { file, stored, back: `/portfolios/${portfolio.id}` };
  const handedIn = ctx.db.select().from(submissions).where(eq(submissions.portfolioId, portfolio.id)).all();
  const inside = handedIn.filter(({ content }) =>
    Object.values(content as Content).some(({ files }) => files.some(({ id }) => id === fileId)),
  );
  const coordinates = findScope(ctx, "coordinator")?.scopeIds.includes(providerId) ?? false;
  const judged = inside.map(({ id }) => findAssessment(ctx, id)).find((each) => each !== null);
  if (inside.length === 0 || !(coordinates || judged)) throw notFound();
  const personIds = [personId];
  recordReading(ctx, { action: "portfolio.file-read", subjectId: fileId, personIds, onceWithinMs: ONE_READING_MS });
  const page = judged?.scoredAt === null ? `/assessor/assessments/${judged.id}` : "/assessor";
  return { file, stored, back: judged ? page : `/coordinator/microcredentials/${microcredentialId}` };
}

/** The actor's own assessment of a submission, held or handed in; null for one that was handed back. */
function findAssessment(ctx: ActorContext, submissionId: string) {
  const mine = and(
    eq(assessments.submissionId, submissionId),
    eq(assessments.assessorId, ctx.actor.personId),
    isNull(assessments.releasedAt),
  );
  const { id, scoredAt } = assessments;
  return ctx.db.select({ id, scoredAt }).from(assessments).where(mine).get() ?? null;
}
