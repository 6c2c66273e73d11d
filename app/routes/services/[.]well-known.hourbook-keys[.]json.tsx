import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublishedKeys } from "~/documents/signing/published-keys.server";
import { listIssuers } from "~/microcredentials/badges/issuer.server";
import { getContext } from "~/people/roles/permission.server";

/** The public keys with which anybody checks a document or a badge, without asking us again. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  return Response.json(
    { keys: listPublishedKeys(db), issuers: await listIssuers(db) },
    { headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" } },
  );
}
