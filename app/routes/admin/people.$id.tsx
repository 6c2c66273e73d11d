import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireRole } from "~/people/roles/permission.server";
import { param } from "~/platform/http/responses.server";

/** Where people's pages stood before every role of the staff had one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, "admin");
  throw redirect(`/people/${param(params, "id")}`);
}
