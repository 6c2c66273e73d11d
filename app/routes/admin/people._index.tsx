import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { ALL_PEOPLE_CELLS } from "~/people/persons/all-people-cells";
import { ALL_PEOPLE_LIST } from "~/people/persons/all-people-list";
import { allPeopleSource } from "~/people/persons/all-people-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showLongList } from "~/desks/lists/list-pool.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(ALL_PEOPLE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const source = allPeopleSource(ctx, new URL(request.url).searchParams);
  return { ...(await showLongList(ctx, request, source)), options: { place: listOrganisationOptions(ctx.db) } };
}

export default function People() {
  const { options, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={ALL_PEOPLE_LIST.title}
      lead="Everybody whom Hourbook knows, with or without an account. What you look at is recorded."
      actions={<LinkButton to="/admin/people/new">Add a person</LinkButton>}
      width="wide"
    >
      <WorkList
        shape={ALL_PEOPLE_LIST}
        list={list}
        options={options}
        cells={ALL_PEOPLE_CELLS}
        empty={<EmptyState icon={<Users aria-hidden />} title="Nobody yet" />}
      />
    </Page>
  );
}
