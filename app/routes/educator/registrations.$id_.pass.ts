import type { LoaderFunctionArgs } from "@remix-run/node";
import { makePassCard } from "~/desks/educator/pass-card.server";
import { requireEducator } from "~/people/roles/permission.server";
import { fileResponse, param } from "~/platform/http/responses.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return fileResponse(await makePassCard(ctx, param(params, "id")), "application/pdf", "check-in-pass.pdf");
}
