import type { LoaderFunctionArgs } from "@remix-run/node";
import { getOfferingMark } from "~/desks/public/offering-mark.server";
import { getContext } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** Whether the page of an offering has changed, in a few bytes: thousands of open pages ask for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  return new Response(getOfferingMark(ctx.db, ctx.now, param(params, "id")), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
