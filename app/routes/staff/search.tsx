import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { exactHit } from "~/desks/search/search-hits";
import { searchEverything } from "~/desks/search/search.server";
import { SearchResults, useArrowKeys } from "~/desks/search/SearchResults";
import { requireActor } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { LONGEST_SEARCH } from "~/platform/text/fold";
import { Page } from "~/ui/frame/Page";
import { FilterBar, FilterText } from "~/ui/tables/filters";

export const meta = () => pageTitle("Search");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get("q") ?? "").trim().slice(0, LONGEST_SEARCH);
  const found = searchEverything(ctx, q);
  // Sent by the box in the bar: a whole code leads straight there. Not while somebody types on this page.
  const target = searchParams.has("go") ? exactHit(found.groups, q) : null;
  if (target) throw redirect(target);
  return data({ q, ...found });
}

export default function SearchPage() {
  const { q, ...found } = useLoaderData<typeof loader>();
  const all = useRef<HTMLDivElement>(null);
  useArrowKeys(all);
  return (
    <Page
      title="Search"
      lead="People, offerings, courses, invoices, documents and their codes, as far as your roles reach. What you look at is recorded."
    >
      <div ref={all} className="grid gap-8">
        <FilterBar label="Everything" submitLabel="Search">
          <FilterText
            name="q"
            label="Words, parts of words or of codes, in any order"
            defaultValue={q}
            placeholder="dinh hong, 113-26, kent.example"
          />
        </FilterBar>
        <SearchResults q={q} {...found} />
      </div>
    </Page>
  );
}
