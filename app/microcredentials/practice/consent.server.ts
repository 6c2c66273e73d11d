import { eq } from "drizzle-orm";
import { submissions } from "#drizzle/schema/microcredentials/portfolios";
import { findMyPortfolio, listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/**
 * The author says anew whether new assessors may practise on the texts of what they handed in. Taken back, it is out of practice
 * at once: for everybody, also for whoever has begun.
 */
export function changePracticeConsent(
  ctx: ActorContext,
  { portfolioId, allows }: { portfolioId: string; allows: boolean },
): Outcome<{ id: string }, "unknown-portfolio" | "not-handed-in"> {
  return inTransaction(ctx.db, (tx) => {
    const portfolio = findMyPortfolio(tx, ctx, portfolioId);
    if (!portfolio) return refuse("unknown-portfolio");
    const handedIn = listSubmissions(tx, portfolioId);
    if (handedIn.length === 0) return refuse("not-handed-in");
    if (handedIn.every(({ forPractice }) => forPractice === allows)) return ok({ id: portfolioId });
    tx.update(submissions).set({ forPractice: allows }).where(eq(submissions.portfolioId, portfolioId)).run();
    recordAudit(tx, ctx, {
      action: allows ? "portfolio.practice-allowed" : "portfolio.practice-ended",
      subjectId: portfolioId,
      personId: portfolio.personId,
      detail: {},
    });
    return ok({ id: portfolioId });
  });
}
