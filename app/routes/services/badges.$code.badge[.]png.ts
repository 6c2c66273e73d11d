import type { LoaderFunctionArgs } from "@remix-run/node";
import { readWidth } from "~/microcredentials/badges/badge-picture";
import { bakedPng, getSignedBadge, pictureResponse } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** A badge as PNG with its credential inside, as wide as asked for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const width = readWidth(new URL(request.url).searchParams.get("width"));
  return pictureResponse(bakedPng(getSignedBadge(db, param(params, "code")), width), "png");
}
