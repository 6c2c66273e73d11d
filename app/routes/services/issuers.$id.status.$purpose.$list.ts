import type { LoaderFunctionArgs } from "@remix-run/node";
import { STATUS_PURPOSES } from "~/microcredentials/badges/badge-address";
import { jsonResponse } from "~/microcredentials/badges/badge-response.server";
import { getStatusList } from "~/microcredentials/badges/status-list.server";
import { getContext } from "~/people/roles/permission.server";
import { notFound, param } from "~/platform/http/responses.server";

/** A provider's list of which badges are revoked, suspended or replaced, signed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const purpose = STATUS_PURPOSES.find((each) => each === params.purpose);
  const list = /^[1-9]\d{0,5}$/.test(param(params, "list")) ? Number(params.list) : 0;
  const credential = purpose && (await getStatusList(ctx, { providerId: param(params, "id"), purpose, list }));
  if (!credential) throw notFound();
  return jsonResponse(credential, "application/vc", 60);
}
