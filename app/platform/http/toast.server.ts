import { createCookie, redirect } from "@remix-run/node";
import { origin } from "~/platform/env.server";

/** One short message that the next page shows once. */
export interface Toast {
  tone: "good" | "attention";
  message: string;
}

const cookie = createCookie("hourbook_toast", {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  maxAge: 60,
  secure: origin.startsWith("https:"),
});

/** Sends the person on to a page of ours that says what was done. */
export async function redirectWithToast(to: string, message: string, tone: Toast["tone"] = "good", headers?: Headers) {
  const all = new Headers(headers);
  all.append("Set-Cookie", await cookie.serialize({ tone, message }));
  return redirect(to, { headers: all });
}

/** The message that waits for this request, and the header that takes it away. */
export async function takeToast(request: Request): Promise<{ toast: Toast | null; headers: HeadersInit }> {
  const toast = (await cookie.parse(request.headers.get("Cookie"))) as Toast | null;
  return { toast, headers: toast ? { "Set-Cookie": await cookie.serialize(null, { maxAge: 0 }) } : {} };
}
