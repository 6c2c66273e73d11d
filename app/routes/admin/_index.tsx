import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMemberIds } from "~/people/organisations/cooperative.server";
import { listOrganisations } from "~/people/organisations/organisation.server";
import { OrganisationTable } from "~/people/organisations/OrganisationTable";
import { requireRole } from "~/people/roles/permission.server";
import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from "~/people/roles/role";
import { pageTitle } from "~/platform/http/page-title";
import { holdsWords, searchableText, searchWords } from "~/platform/text/fold";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { LinkButton } from "~/ui/Button";
import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import { Page } from "~/ui/frame/Page";
import { RowCount } from "~/ui/tables/Pagination";

export const meta = () => pageTitle("Organizations");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const search = new URL(request.url).searchParams;
  const q = search.get("q")?.trim() ?? "";
  const kind = ORGANISATION_KINDS.find((each) => each === search.get("kind")) ?? null;
  const all = listOrganisations(ctx.db);
  const words = searchWords(q);
  const shown = all.filter(
    (each) => (!kind || each.kind === kind) && holdsWords(searchableText(each.name, each.code), words),
  );
  const members = listMemberIds(ctx.db, dateOf(ctx.now, REGION_TIME_ZONE));
  const organisations = shown.map((each) => ({ ...each, isMember: members.has(each.id) }));
  return { q, kind, total: all.length, organisations };
}

const KIND_OPTIONS = [
  { value: "", label: "Any kind" },
  ...ORGANISATION_KINDS.map((kind) => ({ value: kind, label: ORGANISATION_KIND_LABELS[kind] })),
];

export default function Organizations() {
  const { q, kind, total, organisations } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Organizations"
      lead="Districts, schools and partners that take part. Their codes are what HR’s exports carry."
      actions={
        <>
          <LinkButton to="/admin/organizations/new">Add an organization</LinkButton>
          <LinkButton to="/admin/cooperative" variant="secondary">
            Cooperative
          </LinkButton>
        </>
      }
      width="wide"
    >
      <FilterBar label="Organizations">
        <FilterText name="q" label="Name or code" defaultValue={q} />
        <FilterSelect name="kind" label="Kind" defaultValue={kind} options={KIND_OPTIONS} />
      </FilterBar>
      <div className="grid gap-4">
        <RowCount shown={organisations.length} total={total} noun="organization" />
        <OrganisationTable organisations={organisations} />
      </div>
    </Page>
  );
}
