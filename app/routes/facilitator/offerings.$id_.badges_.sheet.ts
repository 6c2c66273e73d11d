import type { LoaderFunctionArgs } from "@remix-run/node";
import { makeBadges } from "~/desks/facilitator/badges.server";
import { renderBadges } from "~/documents/labels/label-pdf.server";
import { readSheet } from "~/documents/labels/label-sheet";
import { requireActor } from "~/people/roles/permission.server";
import { fileResponse, param } from "~/platform/http/responses.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { title, labels } = await makeBadges(ctx, param(params, "id"));
  const pages = { title: `Name badges: ${title}`, author: "Hourbook", madeAt: ctx.now };
  const sheet = readSheet(new URL(request.url).searchParams);
  return fileResponse(await renderBadges(pages, labels, sheet), "application/pdf", `name-badges-${sheet.stock}.pdf`);
}
