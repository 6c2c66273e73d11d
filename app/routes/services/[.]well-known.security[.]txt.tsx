import type { LoaderFunctionArgs } from "@remix-run/node";
import { getContext } from "~/people/roles/permission.server";
import { env, origin } from "~/platform/env.server";
import { notFound } from "~/platform/http/responses.server";

const YEAR_MS = 365 * 86_400_000;

/** RFC 9116: whom to tell of a weakness. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { now } = await getContext(request);
  if (!env.SECURITY_CONTACT) throw notFound();
  const lines = [
    `Contact: ${env.SECURITY_CONTACT}`,
    `Expires: ${new Date(now + YEAR_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
