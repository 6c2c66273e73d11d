import type { LoaderFunctionArgs } from "@remix-run/node";
import { bakedSvg, getSignedBadge, pictureResponse } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** A badge as SVG with its credential inside. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  return pictureResponse(bakedSvg(getSignedBadge(db, param(params, "code"))), "svg");
}
