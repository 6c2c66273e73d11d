import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerTus } from "~/microcredentials/evidence/tus.server";
import { requireEducator } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** How much of a file is there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return answerTus(ctx, request, { portfolioId: param(params, "id"), uploadId: param(params, "uploadId") });
}

/** The next piece of a file. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  return answerTus(ctx, request, { portfolioId: param(params, "id"), uploadId: param(params, "uploadId") });
}
