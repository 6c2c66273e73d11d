import { timingSafeEqual } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { getContext } from "~/people/roles/permission.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { recordDeliveryReport } from "~/messages/delivery/delivery-report.server";
import type { DeliveryReport } from "~/platform/mail/report-reader.server";
import { env } from "~/platform/env.server";
import { notFound } from "~/platform/http/responses.server";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";

const REPORT = untrustedReader<{ bytes: Uint8Array; json: boolean }, DeliveryReport | null>(
  "app/platform/mail/report-reader.server.ts",
);

/**
 * Where a mail service posts what came back: the delivery status message itself (`message/rfc822`), or JSON with the
 * Message-ID. The shared secret comes as `Authorization: Bearer …`.
 */
export async function action({ request }: ActionFunctionArgs) {
  if (!env.MAIL_BOUNCE_SECRET) throw notFound();
  if (!isSecret(request.headers.get("Authorization"), env.MAIL_BOUNCE_SECRET)) throw answer(401, "unauthorized");
  const bytes = new Uint8Array(await request.arrayBuffer());
  const read = await readUntrusted(REPORT, { bytes, json: isJson(request) });
  if (!read.ok) throw answer(read.reason === "too-many" ? 503 : 413, read.reason);
  const report = read.value;
  if (!report) throw answer(400, "not-a-report");
  const outcome = recordDeliveryReport(await getContext(request), report, "service");
  if (!outcome.ok) throw answer(404, outcome.reason);
  return Response.json({ unreachable: outcome.value.unreachable });
}

/** Nothing to see; without it, an opened address would look for a page. */
export function loader() {
  throw notFound();
}

const answer = (status: number, reason: string) => Response.json({ reason }, { status });

const isJson = (request: Request) => request.headers.get("Content-Type")?.startsWith("application/json") ?? false;

/** Compares digests, so that the time it takes tells nothing of the secret. */
function isSecret(header: string | null, secret: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(header ?? "")), Buffer.from(sha256(`Bearer ${secret}`)));
}
