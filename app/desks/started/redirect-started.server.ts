import { redirect } from "@remix-run/node";
import { redirectWithToast } from "~/platform/http/toast.server";
import type { StartedAnswer } from "./started-kinds.server";

/** Sends the person on: to a page where the bar says what waits, or to what was done at once. */
export async function redirectStarted(
  started: { ok: true; waiting: true } | Extract<StartedAnswer, { ok: true }>,
  back: string,
): Promise<Response> {
  if ("waiting" in started) return redirect(back);
  return redirectWithToast(started.to ?? back, started.said);
}
