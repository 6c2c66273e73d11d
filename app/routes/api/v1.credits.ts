import type { LoaderFunctionArgs } from "@remix-run/node";
import { startOf } from "~/hr/api/acknowledge.server";
import { answer, readQuery, requireToken } from "~/hr/api/api-request.server";
import { creditsQuery } from "~/hr/api/api-schema";
import { readEvents } from "~/hr/api/credit-events.server";
import { inReading } from "~/platform/database/database.server";

/** What became of a district's credits since a cursor. */
export function loader({ request }: LoaderFunctionArgs) {
  const ctx = requireToken(request, "credits");
  const { since, limit } = readQuery(request, creditsQuery);
  const from = startOf(ctx, since);
  const page = inReading(ctx.db, (tx) => readEvents(tx, ctx.organisation, { since: from, limit }));
  const { data, next, more, personIds } = page;
  return answer(ctx, request, { data, next: String(next), more }, personIds);
}
