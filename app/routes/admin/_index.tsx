import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOrganisations, setCooperativeMember } from "~/people/organisations/organisation.server";
import { cooperativeForm } from "~/people/organisations/organisation-form";
import { OrganisationTable } from "~/people/organisations/OrganisationTable";
import { requireRole } from "~/people/roles/permission.server";
import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from "~/people/roles/role";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
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
  const wanted = q.toLowerCase();
  const shown = all.filter(
    (each) =>
      (!kind || each.kind === kind) && (each.name.toLowerCase().includes(wanted) || (each.code ?? "").includes(wanted)),
  );
  return { q, kind, total: all.length, organisations: shown };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, cooperativeForm);
  const outcome = form.ok ? setCooperativeMember(ctx, form.value) : null;
  if (!outcome?.ok) throw notFound();
  const { name, cooperativeMember } = outcome.value;
  const { pathname, search } = new URL(request.url);
  const message = cooperativeMember ? `${name} is now a member of the cooperative.` : `${name} is no longer a member.`;
  return redirectWithToast(safePath(pathname + search, "/admin"), message);
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
      actions={<LinkButton to="/admin/organizations/new">Add an organization</LinkButton>}
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
