import { and, eq, isNull } from "drizzle-orm";
import { assessments, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { contentToKeep, findMissing } from "./portfolio";
import { findMyPortfolio, listSettled, listSubmissions, moveTo, type Portfolio, readContent } from "./portfolio.server";
import { tellSubmitted } from "./portfolio-message.server";
import { isWritable } from "./portfolio-status";
import type { PortfolioRefusal } from "./refusal";
import { STATEMENT } from "./statement";

const DAY_MS = 86_400_000;
type Done = Outcome<{ id: string }, PortfolioRefusal>;

/** Hands a portfolio in: what stands in it now is kept as it is, and a decision is promised by a day (M1). */
export function submitPortfolio(
  ctx: ActorContext,
  { portfolioId, forPractice }: { portfolioId: string; forPractice: boolean },
): Done {
  return inTransaction(ctx.db, (tx) => {
    const portfolio = findMyPortfolio(tx, ctx, portfolioId);
    if (!portfolio) return refuse("unknown-portfolio");
    if (!isWritable(portfolio.status)) return refuse("not-writable");
    const { definition } = getVersion(tx, portfolio.versionId);
    const { content } = readContent(tx, portfolioId);
    if (findMissing(definition, content).length > 0) return refuse("incomplete");
    const files = Object.values(content).flatMap((part) => part.files);
    if (files.some(({ held }) => held?.verdict === "waiting")) return refuse("is-scanned");
    const round = listSubmissions(tx, portfolioId).length + 1;
    const id = newId();
    const settled = listSettled(tx, portfolioId);
    tx.insert(submissions)
      .values({
        ...{ id, portfolioId, round, content: contentToKeep(content), settled, forPractice },
        statement: STATEMENT,
        submittedAt: ctx.now,
        networkAddress: ctx.address,
      })
      .run();
    const promisedAt = ctx.now + definition.promisedDays * DAY_MS;
    if (!moveTo(tx, ctx, portfolio, "submitted", { submittedAt: ctx.now, promisedAt })) return refuse("not-writable");
    record(tx, ctx, portfolio, "portfolio.submitted", { round });
    tellSubmitted(tx, ctx, portfolio, { promisedAt, round });
    return ok({ id: portfolioId });
  });
}

/** Takes back what was handed in, while nobody reads it. What was handed in stays on record, unread. */
export function takePortfolioBack(ctx: ActorContext, portfolioId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const portfolio = findMyPortfolio(tx, ctx, portfolioId);
    if (!portfolio) return refuse("unknown-portfolio");
    if (portfolio.status !== "submitted") return refuse(portfolio.status === "in-review" ? "is-read" : "not-writable");
    const [newest] = listSubmissions(tx, portfolioId);
    if (!newest) throw new Error(`Portfolio ${portfolioId} was submitted without a submission.`);
    const held = and(eq(assessments.submissionId, newest.id), isNull(assessments.releasedAt));
    if (tx.select({ id: assessments.id }).from(assessments).where(held).get()) return refuse("is-read");
    const back = newest.settled.length > 0 ? "not-yet" : "draft";
    moveTo(tx, ctx, portfolio, back, { submittedAt: null, promisedAt: null });
    record(tx, ctx, portfolio, "portfolio.taken-back", { round: newest.round });
    return ok({ id: portfolioId });
  });
}

/** Gives a portfolio up. It stays on record; its author can begin another. */
export function abandonPortfolio(ctx: ActorContext, portfolioId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    const portfolio = findMyPortfolio(tx, ctx, portfolioId);
    if (!portfolio) return refuse("unknown-portfolio");
    if (!isWritable(portfolio.status)) return refuse("not-writable");
    moveTo(tx, ctx, portfolio, "withdrawn");
    record(tx, ctx, portfolio, "portfolio.withdrawn", {});
    return ok({ id: portfolioId });
  });
}

function record(
  tx: Transaction,
  ctx: ActorContext,
  { id, personId }: Portfolio,
  action: string,
  detail: Record<string, unknown>,
): void {
  recordAudit(tx, ctx, { action, subjectId: id, personId, detail });
}
