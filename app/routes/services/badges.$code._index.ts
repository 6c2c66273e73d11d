import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { getSignedBadge, jsonResponse, wantsPage } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** A badge under the address that it names as its own: the credential for machines, what is on record of it for people. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const badge = getSignedBadge(db, param(params, "code"));
  if (wantsPage(request)) return redirect(`/verify/${badge.code}`);
  return jsonResponse(badge.credential, "application/vc", 60);
}
