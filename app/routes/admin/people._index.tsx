import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { AllPeopleTable } from "~/people/persons/AllPeopleTable";
import { requireRole } from "~/people/roles/permission.server";
import { searchPeople } from "~/people/persons/person-admin.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { hrefWith } from "~/ui/tables/address";
import { LinkButton } from "~/ui/Button";
import { FilterBar, FilterText } from "~/ui/tables/filters";
import { Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";

export const meta = () => pageTitle("People");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const url = new URL(request.url);
  const q = url.searchParams.get("q")?.trim() ?? "";
  const page = pageOf(url);
  return { q, page, ...searchPeople(ctx, { q, page }) };
}

export default function People() {
  const { q, page, people, total } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      title="People"
      lead="Everybody whom Hourbook knows, with or without an account. What you look at is recorded."
      actions={<LinkButton to="/admin/people/new">Add a person</LinkButton>}
      width="wide"
    >
      <FilterBar label="People">
        <FilterText name="q" label="Name or email" defaultValue={q} />
      </FilterBar>
      <div className="grid gap-4">
        <RowCount shown={people.length} total={total} noun="person" nouns="people" />
        <AllPeopleTable people={people} />
        <Pagination page={page} total={total} hrefFor={(each) => hrefWith(search, { page: each })} />
      </div>
    </Page>
  );
}
