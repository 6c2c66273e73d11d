import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { OFFERING_STATES } from "~/catalog/offerings/offering-state";
import { OFFERING_STATE_LABELS } from "~/catalog/state-words";
import { countClaims } from "~/credits/claims/claim-count.server";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf, PAGE_SIZE } from "~/platform/http/responses.server";
import { listScopedOfferings } from "~/desks/coordinator/offering-list.server";
import { OfferingTable } from "~/desks/coordinator/OfferingTable";
import { LinkButton } from "~/ui/Button";
import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { hrefWith } from "~/ui/tables/address";

export const meta = () => pageTitle("Offerings");

const WHEN = ["coming", "past", "all"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const url = new URL(request.url);
  const page = pageOf(url);
  const filters = {
    words: (url.searchParams.get("q") ?? "").slice(0, 200),
    state: OFFERING_STATES.find((state) => state === url.searchParams.get("state")) ?? null,
    when: WHEN.find((when) => when === url.searchParams.get("when")) ?? "coming",
  };
  const { rows, total } = listScopedOfferings(ctx, filters, page);
  const claimsOf = countClaims(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return data({
    rows: rows.map((row) => ({ ...row, claims: claimsOf(row.id) })),
    total,
    page,
    pageSize: PAGE_SIZE,
    filters,
  });
}

export default function CoordinatorOfferings() {
  const { rows, total, page, pageSize, filters } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const hrefFor = (each: number) => pathname + hrefWith(new URLSearchParams(search), { page: each });
  return (
    <Page
      title="Offerings"
      width="wide"
      actions={<LinkButton to="/coordinator/courses">New offering of a course</LinkButton>}
    >
      <FilterBar label="Filter offerings" submitLabel="Show offerings">
        <FilterText name="q" label="Words" defaultValue={filters.words} placeholder="Title, in-service number, place" />
        <FilterSelect
          name="when"
          label="When"
          defaultValue={filters.when}
          options={[
            { value: "coming", label: "Coming and running" },
            { value: "past", label: "Past" },
            { value: "all", label: "Any time" },
          ]}
        />
        <FilterSelect
          name="state"
          label="State"
          defaultValue={filters.state}
          options={[
            { value: "", label: "Any state" },
            ...OFFERING_STATES.map((value) => ({ value, label: OFFERING_STATE_LABELS[value] })),
          ]}
        />
      </FilterBar>
      <div className="grid gap-4">
        <RowCount shown={rows.length} total={total} noun="offering" />
        <OfferingTable
          rows={rows}
          empty={
            <EmptyState
              title="No offering fits"
              action={
                <LinkButton to="/coordinator?when=all" variant="secondary">
                  Show every offering
                </LinkButton>
              }
            >
              <p>Change the filters, or schedule a new offering from one of your courses.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pageSize={pageSize} total={total} hrefFor={hrefFor} />
      </div>
    </Page>
  );
}
