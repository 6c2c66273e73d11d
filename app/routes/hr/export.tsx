import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { describePeriod } from "~/documents/issuing/period-words";
import { EXPORT_COLUMNS } from "~/hr/exports/export-row";
import { KeepZeros } from "~/hr/exports/KeepZeros";
import { exportSource } from "~/hr/exports/export-list.server";
import { countExportLines } from "~/hr/exports/export-rows.server";
import { LastExport } from "~/hr/exports/LastExport";
import { HrFilters } from "~/hr/people/HrFilters";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { readHrPeriod } from "~/hr/people/period";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { capitalized, plural } from "~/platform/format";
import { totalInWords } from "~/platform/lists/list-limit";
import { readList } from "~/platform/lists/list-query.server";
import { dateOf } from "~/platform/time/time-zone";
import { pageTitle } from "~/platform/http/page-title";
import { SubmitButton } from "~/ui/Button";
import { useRefreshAfterDownload } from "~/ui/download";
import { FilterSelect } from "~/ui/tables/filters";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { EmptyState, Facts, Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Export clock hours");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, search.get("organization"));
  const { timeZone } = getHomeProvider(ctx.db);
  const period = readHrPeriod(search, dateOf(ctx.now, timeZone));
  const onlyNew = search.get("rows") !== "all";
  const { from, to, problem } = period;
  const count = problem ? 0 : countExportLines(ctx.db, organisation, { from, to, onlyNew });
  const earlier = readList(exportSource(ctx), new URLSearchParams({ organization: organisation.id }));
  const exported = { total: earlier.total, last: earlier.rows[0] ?? null };
  return { organisations, organisation, period, onlyNew, count, exported };
}

const ROW_OPTIONS = [
  { value: "", label: "New and corrected since the last export" },
  { value: "all", label: "All, exported before or not" },
];

export default function Export() {
  const { organisations, organisation, period, onlyNew, exported } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Export clock hours"
      lead={`A CSV file for your HR system: one row for each course that somebody completed while they belonged to ${organisation.name}.`}
      width="wide"
    >
      <HrFilters label="What to export" organisations={organisations} organisationId={organisation.id} period={period}>
        <FilterSelect name="rows" label="Rows" defaultValue={onlyNew ? "" : "all"} options={ROW_OPTIONS} />
      </HrFilters>
      {period.problem ? <Notice tone="attention" title={period.problem} /> : <Download />}
      <LastExport organisationId={organisation.id} {...exported} />
      <Section title="What the file holds">
        <KeepZeros />
        <details>
          <summary className="link inline-flex min-h-11 items-center">
            {plural(EXPORT_COLUMNS.length, "column")}, always in this order
          </summary>
          <Facts items={EXPORT_COLUMNS.map(({ header, holds }) => ({ label: header, value: holds }))} />
        </details>
      </Section>
    </Page>
  );
}

function Download() {
  const { organisation, period, onlyNew, count, exported } = useLoaderData<typeof loader>();
  const refresh = useRefreshAfterDownload();
  if (count === 0) {
    return (
      <EmptyState title={onlyNew ? "Nothing new to export" : "No rows in this period"}>
        <p>
          {onlyNew
            ? "Everything that was completed in this period has been exported before. To get it again, choose all rows."
            : "Nobody completed anything in this period while they belonged to the organization."}
        </p>
      </EmptyState>
    );
  }
  return (
    <Form
      method="post"
      action="/hr/exports/new"
      reloadDocument
      onSubmit={refresh}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:[&>button]:w-full"
    >
      {/* What was exported since is another export, on the same page, too. */}
      <OnceField key={exported.last?.id} />
      <Hidden name="organisationId" value={organisation.id} />
      {period.from ? <Hidden name="from" value={period.from} /> : null}
      {period.to ? <Hidden name="to" value={period.to} /> : null}
      <Hidden name="onlyNew" value={String(onlyNew)} />
      <SubmitButton>
        <FileDown aria-hidden size={20} /> Download CSV
      </SubmitButton>
      <p role="status" className="text-soft tabular-nums">
        {capitalized(totalInWords(count, { noun: "row" }))} · {describePeriod(period)}
      </p>
    </Form>
  );
}
