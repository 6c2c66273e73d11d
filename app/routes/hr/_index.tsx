import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { describePeriod } from "~/documents/issuing/period-words";
import { HrFilters } from "~/hr/people/HrFilters";
import { readPeopleChoice } from "~/hr/archives/archive-choice.server";
import { listPeople } from "~/hr/people/people.server";
import { countToConfirm } from "~/hr/confirming/waiting-affiliation.server";
import { PeopleTable, TranscriptChoice } from "~/hr/people/PeopleTable";
import { PEOPLE_ORDERS } from "~/hr/people/district-person";
import { requireRole } from "~/people/roles/permission.server";
import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";
import { plural } from "~/platform/format";
import { pageOf } from "~/platform/http/responses.server";
import { pageTitle } from "~/platform/http/page-title";
import { hrefWith } from "~/ui/tables/address";
import { LinkButton } from "~/ui/Button";
import { FilterSelect, FilterText } from "~/ui/tables/filters";
import { Notice, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";

export const meta = () => pageTitle("People of my district");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const url = new URL(request.url);
  const { organisations, organisation, period, filter } = readPeopleChoice(ctx, url.searchParams);
  const sort = PEOPLE_ORDERS.find((order) => order === url.searchParams.get("sort")) ?? "name";
  const page = pageOf(url);
  const list = period.problem ? { people: [], total: 0 } : listPeople(ctx, organisation, { ...filter, sort, page });
  const toConfirm = countToConfirm(ctx.db, ctx);
  return { organisations, organisation, period, filter: { ...filter, sort, page }, toConfirm, ...list };
}

const ROLE_OPTIONS = [
  { value: "", label: "Any role" },
  ...ROLE_KINDS.map((kind) => ({ value: kind, label: ROLE_KIND_LABELS[kind] })),
];

export default function People() {
  const { organisations, organisation, period, filter, people, total, toConfirm } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      title="People of my district"
      lead={`${organisation.name}: people who belonged to it in the period, and the clock hours they completed while they did.`}
      width="wide"
    >
      {toConfirm > 0 ? (
        <Notice
          tone="info"
          title={`${plural(toConfirm, "person says", "people say")} that they work for you`}
          action={
            <LinkButton to="/hr/affiliations" variant="secondary">
              Say whether they are yours
            </LinkButton>
          }
        >
          Until you confirm them, they and their hours are not in your lists and exports.
        </Notice>
      ) : null}
      <HrFilters
        label="People"
        organisations={organisations}
        organisationId={organisation.id}
        period={period}
        before={<FilterText name="q" label="Name or employee ID" defaultValue={filter.q} />}
      >
        <FilterSelect name="role" label="Role" defaultValue={filter.roleKind} options={ROLE_OPTIONS} />
        {filter.sort === "name" ? null : <input type="hidden" name="sort" value={filter.sort} />}
      </HrFilters>
      {period.problem ? (
        <Notice tone="attention" title={period.problem} />
      ) : (
        <div className="grid gap-4">
          <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
            <RowCount shown={people.length} total={total} noun="person" nouns="people" />
            <p className="text-[0.9375rem] text-soft">{describePeriod(period)}</p>
          </div>
          <TranscriptChoice search={search} />
          <PeopleTable people={people} sort={filter.sort} sortHref={(key) => hrefWith(search, { sort: key })} />
          <Pagination page={filter.page} total={total} hrefFor={(page) => hrefWith(search, { page })} />
        </div>
      )}
    </Page>
  );
}
