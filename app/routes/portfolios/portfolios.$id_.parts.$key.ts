import type { ActionFunctionArgs } from "@remix-run/node";
import { answerPart } from "~/desks/microcredentials/part-action.server";
import { autosaveForm } from "~/microcredentials/portfolios/portfolio-form";
import { findMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { notFound, param } from "~/platform/http/responses.server";

/** A device sends what somebody writes in a part, by itself; no page is read for it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const portfolioId = param(params, "id");
  if (!findMyPortfolio(ctx.db, ctx, portfolioId)) throw notFound();
  return answerPart(ctx, { portfolioId, key: param(params, "key") }, await readForm(request, autosaveForm));
}
