import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonResponse } from "~/microcredentials/badges/badge-response.server";
import { findIssuerProfile } from "~/microcredentials/badges/issuer.server";
import { getContext } from "~/people/roles/permission.server";
import { notFound, param } from "~/platform/http/responses.server";

/** A provider's profile as the issuer of badges. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const profile = findIssuerProfile(db, param(params, "id"));
  if (!profile) throw notFound();
  return jsonResponse(profile, "application/ld+json", 300);
}
