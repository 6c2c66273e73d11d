import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer, readQuery, requireToken } from "~/hr/api/api-request.server";
import { noQuery } from "~/hr/api/api-schema";

/** What a token is, and how far it acknowledged. */
export function loader({ request }: LoaderFunctionArgs) {
  const ctx = requireToken(request, null);
  readQuery(request, noQuery);
  const { name, scopes, expiresAt, acknowledged, acknowledgedAt } = ctx.token;
  return answer(ctx, request, {
    ...{ name, scopes, district: ctx.organisation.name, districtCode: ctx.organisation.code },
    expiresAt: new Date(expiresAt).toISOString(),
    acknowledged: String(acknowledged),
    acknowledgedAt: acknowledgedAt === null ? null : new Date(acknowledgedAt).toISOString(),
  });
}
