import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ACTIVITY_LIST } from "~/desks/activity/activity-list";
import { openActivity } from "~/desks/activity/activity-scope.server";
import { ActivityList } from "~/desks/activity/ActivityList";
import { requireActor } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle(ACTIVITY_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { title, back, source } = openActivity(ctx, new URL(request.url).searchParams);
  return data({ title, back, list: showList(ctx, request, source) });
}

export default function Activity() {
  const { title, back, list } = useLoaderData<typeof loader>();
  return (
    <Page title={ACTIVITY_LIST.title} lead={title} breadcrumbs={[back]} width="wide">
      <ActivityList shape={ACTIVITY_LIST} list={list} />
    </Page>
  );
}
