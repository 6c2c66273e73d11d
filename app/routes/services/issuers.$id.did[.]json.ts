import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonResponse } from "~/microcredentials/badges/badge-response.server";
import { findDid } from "~/microcredentials/badges/issuer.server";
import { getContext } from "~/people/roles/permission.server";
import { notFound, param } from "~/platform/http/responses.server";

/** A provider's DID document: every key that ever signed its badges (did:web). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const document = await findDid(db, param(params, "id"));
  if (!document) throw notFound();
  return jsonResponse(document, "application/did+ld+json", 300);
}
