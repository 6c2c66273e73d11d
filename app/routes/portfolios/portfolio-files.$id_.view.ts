import type { LoaderFunctionArgs } from "@remix-run/node";
import { viewPortfolioFile } from "~/desks/microcredentials/portfolio-file.server";
import { requireActor } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** A picture, a video or sound of a portfolio, to be looked at. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return viewPortfolioFile(await requireActor(request), param(params, "id"));
}
