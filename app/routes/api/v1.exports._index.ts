import type { LoaderFunctionArgs } from "@remix-run/node";
import { readExports } from "~/hr/api/api-exports.server";
import { answer, readQuery, requireToken } from "~/hr/api/api-request.server";
import { exportsQuery } from "~/hr/api/api-schema";

/** A district's exports; they name nobody. */
export function loader({ request }: LoaderFunctionArgs) {
  const ctx = requireToken(request, "exports");
  return answer(ctx, request, readExports(ctx.db, ctx.organisation.id, readQuery(request, exportsQuery)));
}
