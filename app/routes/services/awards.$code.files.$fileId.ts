import type { LoaderFunctionArgs } from "@remix-run/node";
import { openShownFile } from "~/microcredentials/awards/shown-award.server";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** A file that somebody shows on the page of their award, to be saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return openShownFile(await getContext(request), param(params, "code"), param(params, "fileId"));
}
