import { createCookie } from "@remix-run/node";
import { getVisitorContext } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import { findOpenKiosk, type OpenKiosk } from "./kiosk.server";

// The path keeps it from every other page; so the kiosk's own pages are loaded as documents, never as data of the router.
const cookie = createCookie("hourbook_kiosk", {
  path: "/kiosk",
  httpOnly: true,
  sameSite: "lax",
  secure: origin.startsWith("https:"),
});

/** The Set-Cookie value that makes a browser a kiosk until an instant, epoch milliseconds. */
export const kioskCookie = (token: string, endsAt: number): Promise<string> =>
  cookie.serialize(token, { expires: new Date(endsAt) });

/** The Set-Cookie value by which a browser is a kiosk no more. */
export const noKioskCookie = (): Promise<string> => cookie.serialize("", { maxAge: 0 });

/** The running kiosk that a request comes from, whoever may be signed in besides; null for any other browser. */
export async function findKiosk(request: Request): Promise<OpenKiosk | null> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? findOpenKiosk(getVisitorContext(request), token) : null;
}
