import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawCard } from "~/microcredentials/awards/shown-award.server";
import { pictureResponse } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** What social networks show of an award's page, while its holder has it turned on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return pictureResponse(drawCard(await getContext(request), param(params, "code")), "png");
}
