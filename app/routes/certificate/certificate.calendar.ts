import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireEducator } from "~/people/roles/permission.server";
import { fileResponse } from "~/platform/http/responses.server";
import { readDeadlineCalendar } from "~/registration/calendar/calendar-feed.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return fileResponse(readDeadlineCalendar(ctx), "text/calendar; charset=utf-8", "certificate.ics");
}
