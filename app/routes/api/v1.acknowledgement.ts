import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { acknowledge, readAcknowledgement } from "~/hr/api/acknowledge.server";
import { answer, readQuery, requireToken } from "~/hr/api/api-request.server";
import { noQuery } from "~/hr/api/api-schema";

/** How far a token acknowledged. */
export function loader({ request }: LoaderFunctionArgs) {
  const ctx = requireToken(request, "credits");
  readQuery(request, noQuery);
  return answer(ctx, request, { cursor: String(ctx.token.acknowledged) });
}

/** Acknowledges up to an event (PUT); never moves back. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = requireToken(request, "credits");
  const upTo = acknowledge(ctx, await readAcknowledgement(request, ctx));
  return Response.json({ cursor: String(upTo) }, { headers: ctx.headers });
}
