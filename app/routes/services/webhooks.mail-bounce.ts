import { timingSafeEqual } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { takeReturnedMail } from "~/desks/returned/returned-mail.server";
import { getContext } from "~/people/roles/permission.server";
import { env, mailSender } from "~/platform/env.server";
import { notFound } from "~/platform/http/responses.server";
import type { ReadingInput } from "~/platform/mail/report-reader.server";
import type { ReturnedMail } from "~/platform/mail/returned-mail";
import { sha256 } from "~/platform/secrets/codes.server";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";

const RETURNED = untrustedReader<ReadingInput, ReturnedMail | null>("app/platform/mail/report-reader.server.ts");

/**
 * Where mail arrives that was sent to the address of our own: handed over by the mail server's alias, or posted by a mail
 * service as the mail itself (`message/rfc822`) or as JSON with the Message-ID. The shared secret comes as
 * `Authorization: Bearer …`.
 */
export async function action({ request }: ActionFunctionArgs) {
  if (!env.MAIL_BOUNCE_SECRET) throw notFound();
  if (!isSecret(request.headers.get("Authorization"), env.MAIL_BOUNCE_SECRET)) throw answer(401, "unauthorized");
  const bytes = new Uint8Array(await request.arrayBuffer());
  const read = await readUntrusted(RETURNED, { bytes, json: isJson(request), ownAddress: mailSender });
  if (!read.ok) throw answer(read.reason === "too-many" ? 503 : 413, read.reason);
  if (!read.value) throw answer(400, "not-a-report");
  return Response.json(
    takeReturnedMail(await getContext(request), read.value, isAlias(request) ? "report" : "service"),
  );
}

/** Nothing to see; without it, an opened address would look for a page. */
export function loader() {
  throw notFound();
}

const answer = (status: number, reason: string) => Response.json({ reason }, { status });

const isJson = (request: Request) => request.headers.get("Content-Type")?.startsWith("application/json") ?? false;

const isAlias = (request: Request) => request.headers.get("X-Hourbook-Source") === "alias";

/** Compares digests, so that the time it takes tells nothing of the secret. */
function isSecret(header: string | null, secret: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(header ?? "")), Buffer.from(sha256(`Bearer ${secret}`)));
}
