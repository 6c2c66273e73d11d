import type { ActionFunctionArgs } from "@remix-run/node";
import { deviceCookie } from "~/attendance/kept/device-cookie.server";
import { KEPT_REFUSALS } from "~/attendance/kept/kept-roster";
import { keptRosterForm } from "~/attendance/kept/kept-roster-form";
import { forgetRoster, keepRoster, readKeptRoster } from "~/attendance/kept/kept-roster.server";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { param } from "~/platform/http/responses.server";

/** A device keeps the roster of an offering, reads it anew, or takes it off; its page is drawn from what it keeps. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, keptRosterForm);
  if (!form.ok) return Response.json({ server: ctx.now, reason: "unreadable" }, { status: 400 });
  const input = { offeringId: param(params, "id"), ...form.value };
  if (input.intent === "forget") {
    forgetRoster(ctx, input);
    return Response.json({ server: ctx.now });
  }
  const outcome = input.intent === "keep" ? keepRoster(ctx, input) : readKeptRoster(ctx, input);
  if (outcome.ok) {
    const headers = { "Set-Cookie": await deviceCookie(input.device) };
    return Response.json({ server: ctx.now, roster: outcome.value }, { headers });
  }
  const { reason } = outcome;
  const status = reason === "unknown-offering" ? 404 : 409;
  return Response.json({ server: ctx.now, reason, words: KEPT_REFUSALS[reason] }, { status });
}
