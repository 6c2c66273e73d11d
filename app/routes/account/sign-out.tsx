import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { getContext } from "~/people/roles/permission.server";
import { endSignInSession } from "~/people/accounts/sign-in-session.server";

export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
  const { db } = await getContext(request);
  return redirect("/", { headers: { "Set-Cookie": await endSignInSession(db, request) } });
}
