import { addPortfolioFile, removePortfolioFile } from "~/microcredentials/evidence/part-file.server";
import { dropUpload } from "~/microcredentials/evidence/upload.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import type { PortfolioPageForm } from "~/microcredentials/portfolios/portfolio-form";
import type { PortfolioRefusal } from "~/microcredentials/portfolios/refusal";
import { abandonPortfolio, submitPortfolio, takePortfolioBack } from "~/microcredentials/portfolios/submit.server";
import { changePracticeConsent } from "~/microcredentials/practice/consent.server";
import type { ActorContext } from "~/platform/context";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import type { Outcome } from "~/platform/outcome";

/** What is said after each thing that the page of a portfolio can do. */
export const PORTFOLIO_SAID: Record<PortfolioPageForm["intent"], string> = {
  "save-part": "Saved.",
  "add-file": "Added.",
  "remove-file": "Removed.",
  "drop-upload": "Forgotten.",
  submit: "Handed in. You are told by mail what becomes of it.",
  "take-back": "Taken back. You can change it again.",
  abandon: "You gave it up. You can begin anew at any time.",
  "allow-practice": "New assessors may practise on it, without your name.",
  "end-practice": "Nobody practises on it any more.",
};

/** The field at which a refusal is shown, by what was tried. */
export const PORTFOLIO_FIELDS: Partial<Record<PortfolioPageForm["intent"], string>> = {
  "save-part": "text",
  "add-file": "file",
};

/** Does what the page of a portfolio posts, once for each post. */
export async function runPortfolioAction(
  ctx: ActorContext,
  portfolioId: string,
  input: PortfolioPageForm,
  post: Once | null,
): Promise<Outcome<unknown, PortfolioRefusal>> {
  if (input.intent === "add-file") return addPortfolioFile(ctx, { ...input, portfolioId }, post);
  return once(ctx, `portfolio ${portfolioId}`, post, () => runNow(ctx, portfolioId, input));
}

function runNow(
  ctx: ActorContext,
  portfolioId: string,
  input: Exclude<PortfolioPageForm, { intent: "add-file" }>,
): Outcome<unknown, PortfolioRefusal> {
  switch (input.intent) {
    case "save-part":
      return savePart(ctx, { ...input, portfolioId });
    case "remove-file":
      return removePortfolioFile(ctx, { portfolioId, fileId: input.fileId });
    case "drop-upload":
      return dropUpload(ctx, { portfolioId, uploadId: input.uploadId });
    case "submit":
      return submitPortfolio(ctx, { portfolioId, forPractice: input.forPractice === "on" });
    case "take-back":
      return takePortfolioBack(ctx, portfolioId);
    case "abandon":
      return abandonPortfolio(ctx, portfolioId);
    case "allow-practice":
    case "end-practice":
      return changePracticeConsent(ctx, { portfolioId, allows: input.intent === "allow-practice" });
  }
}
