import type { PartAnswer } from "~/microcredentials/portfolios/part-answer";
import { savePart } from "~/microcredentials/portfolios/part.server";
import type { autosaveForm } from "~/microcredentials/portfolios/portfolio-form";
import { readContent } from "~/microcredentials/portfolios/portfolio.server";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";
import type { ActorContext } from "~/platform/context";
import type { ReadForm } from "~/platform/http/form.server";

/** Answers a device that sent a part by itself: in a few bytes, or with what another device wrote. */
export function answerPart(
  ctx: ActorContext,
  { portfolioId, key }: { portfolioId: string; key: string },
  form: ReadForm<typeof autosaveForm>,
): Response {
  if (!form.ok) {
    const [words] = Object.values(form.reply.data.result.error ?? {}).flatMap((each) => each ?? []);
    return answer({ words: words ?? "This cannot be saved." }, 400);
  }
  const saved = savePart(ctx, { portfolioId, key, ...form.value });
  if (saved.ok) return answer(saved.value, 200);
  if (saved.reason !== "changed-elsewhere") return answer({ words: PORTFOLIO_REFUSALS[saved.reason] }, 422);
  const { content, revisions } = readContent(ctx.db, portfolioId);
  const { text = "", links = [] } = content[key] ?? {};
  return answer({ revision: revisions[key] ?? 0, text, links }, 409);
}

/** It is read by a script of ours and shown by nothing, so it needs no policy of pages, which is longer than all it says. */
const answer = (body: PartAnswer, status: number): Response =>
  Response.json(body, { status, headers: { "Content-Security-Policy": "default-src 'none'" } });
