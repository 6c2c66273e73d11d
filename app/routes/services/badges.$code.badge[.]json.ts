import type { LoaderFunctionArgs } from "@remix-run/node";
import { getSignedBadge } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";
import { fileResponse, param } from "~/platform/http/responses.server";

/** A badge's credential as a file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const { credential, code } = getSignedBadge(db, param(params, "code"));
  return fileResponse(credential, "application/json", `badge-${code}.json`);
}
