import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { findDevice } from "~/attendance/kept/device-cookie.server";
import { leavingForm } from "~/attendance/kept/kept-roster-form";
import { leaveDevice } from "~/attendance/kept/kept-device.server";
import { getContext } from "~/people/roles/permission.server";
import { endSignInSession } from "~/people/accounts/sign-in-session.server";
import { readForm } from "~/platform/http/form.server";

export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
  const { actor, ...ctx } = await getContext(request);
  const form = await readForm(request, leavingForm);
  if (!form.ok) return form.reply;
  const { device = await findDevice(request), unsent } = form.value;
  if (actor && device) leaveDevice({ ...ctx, actor }, { device, unsent });
  return redirect("/", { headers: { "Set-Cookie": await endSignInSession(ctx.db, request) } });
}
