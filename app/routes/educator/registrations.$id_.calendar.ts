import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireEducator } from "~/people/roles/permission.server";
import { readRegistrationCalendar } from "~/registration/calendar/calendar-feed.server";
import { fileResponse, param } from "~/platform/http/responses.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return fileResponse(
    readRegistrationCalendar(ctx, param(params, "id")),
    "text/calendar; charset=utf-8",
    "hourbook.ics",
  );
}
