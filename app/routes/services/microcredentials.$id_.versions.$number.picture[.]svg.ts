import type { LoaderFunctionArgs } from "@remix-run/node";
import { pictureOfVersion } from "~/microcredentials/badges/badge-response.server";
import { getContext } from "~/people/roles/permission.server";

/** The picture of a micro-credential's badge, without a credential. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return pictureOfVersion(await getContext(request), params, request, "svg");
}
