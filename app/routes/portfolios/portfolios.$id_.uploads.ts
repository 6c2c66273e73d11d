import type { ActionFunctionArgs } from "@remix-run/node";
import { answerTus } from "~/microcredentials/evidence/tus.server";
import { findMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import { requireEducator } from "~/people/roles/permission.server";
import { notFound, param } from "~/platform/http/responses.server";

/** A file begins to arrive in pieces; see `portfolios.$id_.uploads_.$uploadId`. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const portfolioId = param(params, "id");
  if (!findMyPortfolio(ctx.db, ctx, portfolioId)) throw notFound();
  return answerTus(ctx, request, { portfolioId, uploadId: null });
}
