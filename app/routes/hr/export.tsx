import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readExportChoice } from "~/hr/exports/export-choice.server";
import { exportSource } from "~/hr/exports/export-list.server";
import { EXPORT_COLUMNS } from "~/hr/exports/export-row";
import { countExportLines } from "~/hr/exports/export-rows.server";
import { BeginExport } from "~/hr/exports/BeginExport";
import { KeepZeros } from "~/hr/exports/KeepZeros";
import { LastExport } from "~/hr/exports/LastExport";
import { listLayoutsOf } from "~/hr/exports/layouts/layout.server";
import { listOpenRuns } from "~/hr/exports/making/export-run.server";
import { HrFilters } from "~/hr/people/HrFilters";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readList } from "~/platform/lists/list-page.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { FilterSelect } from "~/ui/tables/filters";
import { Hidden } from "~/ui/fields/form";
import { Facts, Notice, Page, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Export clock hours");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const choice = readExportChoice(ctx, new URL(request.url).searchParams);
  const { organisation, period, onlyNew, personIds, problem } = choice;
  const { from, to } = period;
  const count = problem ? 0 : countExportLines(ctx.db, organisation, { from, to, onlyNew, personIds });
  const earlier = readList(exportSource(ctx), new URLSearchParams({ organization: organisation.id }));
  return {
    ...choice,
    count,
    layouts: listLayoutsOf(ctx.db, organisation.id),
    underWay: listOpenRuns(ctx.db, organisation.id).map(({ id }) => id),
    exported: { total: earlier.total, last: earlier.rows[0] ?? null },
  };
}

const ROW_OPTIONS = [
  { value: "", label: "Changes since the last export" },
  { value: "all", label: "All, exported before or not" },
];

export default function Export() {
  const {
    organisations,
    organisation,
    period,
    periods,
    onlyNew,
    personIds,
    problem,
    underWay,
    exported,
    count,
    layouts,
  } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Export clock hours"
      lead={`A file for your HR system: one row for each course that somebody completed while they belonged to ${organisation.name}.`}
      actions={
        <>
          <LinkButton to="/hr/layouts" variant="secondary">
            Layouts
          </LinkButton>
          <LinkButton to={`/hr/api?organization=${organisation.id}`} variant="secondary">
            Connect payroll
          </LinkButton>
        </>
      }
      width="wide"
    >
      {underWay.length > 0 ? <UnderWay runIds={underWay} /> : null}
      <HrFilters
        label="What to export"
        organisations={organisations}
        organisationId={organisation.id}
        period={period}
        periods={periods}
      >
        <FilterSelect name="rows" label="Rows" defaultValue={onlyNew ? "" : "all"} options={ROW_OPTIONS} />
        {personIds?.map((id) => (
          <Hidden key={id} name="person" value={id} />
        ))}
      </HrFilters>
      {personIds ? (
        <p className="flex flex-wrap items-center gap-x-4">
          Only {plural(personIds.length, "chosen person", "chosen people")}.
          <Link to={`/hr/export?organization=${organisation.id}`} className="link inline-block py-2.5">
            Export everybody instead
          </Link>
        </p>
      ) : null}
      {problem ? (
        <Notice tone="attention" title={problem} />
      ) : (
        <BeginExport
          {...{ period, onlyNew, personIds, count, layouts }}
          organisationId={organisation.id}
          lastId={exported.last?.id}
        />
      )}
      <LastExport organisationId={organisation.id} {...exported} />
      <Section title="What the file holds">
        <KeepZeros />
        <details>
          <summary className="link inline-flex min-h-11 items-center">
            {plural(EXPORT_COLUMNS.length, "column")}, always in this order unless a layout says otherwise
          </summary>
          <Facts items={EXPORT_COLUMNS.map(({ header, says }) => ({ label: header, value: says }))} />
        </details>
      </Section>
    </Page>
  );
}

function UnderWay({ runIds }: { runIds: string[] }) {
  return (
    <Notice
      tone="info"
      title={`${plural(runIds.length, "export is", "exports are")} under way`}
      action={<LinkButton to={`/hr/export/${runIds[0]}`}>See how far it is</LinkButton>}
    />
  );
}
