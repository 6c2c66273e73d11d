import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AUDIT_LIST } from "~/desks/activity/activity-list";
import { activitySource } from "~/desks/activity/activity-list.server";
import { ActivityList } from "~/desks/activity/ActivityList";
import { showLongList } from "~/desks/lists/list-pool.server";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle(AUDIT_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data(await showLongList(ctx, request, activitySource(ctx, AUDIT_LIST, undefined)));
}

export default function AuditLog() {
  return (
    <Page
      title={AUDIT_LIST.title}
      lead="Every change, and every reading of people's records by staff. Nobody can change this list."
      width="wide"
    >
      <ActivityList shape={AUDIT_LIST} list={useLoaderData<typeof loader>()} />
    </Page>
  );
}
