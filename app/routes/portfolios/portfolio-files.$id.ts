import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPortfolioFile } from "~/desks/microcredentials/portfolio-file.server";
import { requireActor } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** A file of a portfolio, to be saved, or in parts for a player. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return openPortfolioFile(await requireActor(request), param(params, "id"), request.headers);
}
