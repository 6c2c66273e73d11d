import { createCookie } from "@remix-run/node";
import { findActor } from "~/people/roles/permission.server";
import type { Context } from "~/platform/context";
import { origin } from "~/platform/env.server";
import { takeOverDevice } from "./kept-device.server";
import { deviceId } from "./kept-roster-form";

const cookie = createCookie("hourbook_device", {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  secure: origin.startsWith("https:"),
  // The longest that browsers keep one. It says nothing of anybody, and is of no use without a roster that is kept.
  maxAge: 400 * 24 * 60 * 60,
});

/**
 * The Set-Cookie value by which a browser that keeps a roster is known again where its scripts say nothing: to whoever presses "Sign out"
 * before they run, or signs in after somebody else.
 */
export const deviceCookie = (device: string): Promise<string> => cookie.serialize(device);

/** The device that keeps rosters, or kept some, in the browser that asks; null for any other. */
export async function findDevice(request: Request): Promise<string | null> {
  return deviceId.safeParse(await cookie.parse(request.headers.get("Cookie"))).data ?? null;
}

/** Notes that somebody signs in, whichever way, on a browser that may keep rosters of others. */
export async function noteSignIn(ctx: Context, request: Request, accountId: string): Promise<void> {
  const device = await findDevice(request);
  const actor = device && findActor(ctx.db, accountId);
  if (actor) takeOverDevice({ ...ctx, actor }, device);
}
