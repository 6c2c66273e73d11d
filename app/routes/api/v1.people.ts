import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPeople } from "~/hr/api/api-people.server";
import { answer, readQuery, requireToken } from "~/hr/api/api-request.server";
import { peopleQuery } from "~/hr/api/api-schema";
import { inReading } from "~/platform/database/database.server";

/** The people of a district. */
export function loader({ request }: LoaderFunctionArgs) {
  const ctx = requireToken(request, "people");
  const asked = readQuery(request, peopleQuery);
  const { data, next, personIds } = inReading(ctx.db, (tx) => readPeople(tx, ctx.organisation, asked));
  return answer(ctx, request, { data, next }, personIds);
}
