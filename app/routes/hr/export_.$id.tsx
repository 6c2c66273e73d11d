import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { exportRunForm } from "~/hr/exports/export-form";
import { askedInWords } from "~/hr/exports/export-words";
import { EXPORT_FORMAT_WORDS } from "~/hr/exports/layouts/export-layout";
import { isOpenRun } from "~/hr/exports/making/export-order";
import { getExportRun } from "~/hr/exports/making/export-run-page.server";
import { ExportProgress } from "~/hr/exports/making/ExportProgress";
import { stopExport } from "~/hr/exports/making/order-export.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { useRefresh } from "~/ui/use-refresh";

export const meta = () => pageTitle("Your export");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getExportRun(await requireRole(request, "hr"), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, exportRunForm);
  if (!form.ok) return form.reply;
  const runId = param(params, "id");
  if (!stopExport(ctx, runId).ok) return form.refuse("This export has ended already.");
  throw await redirectWithToast(`/hr/export/${runId}`, "Stopped. Nothing of it is kept.");
}

export default function ExportRunPage() {
  const { run, asked, organisation, file, ahead, timeZone } = useLoaderData<typeof loader>();
  useRefresh(isOpenRun(run.state) ? 1_000 : null);
  return (
    <Page
      title="Your export"
      lead={`${organisation.name}: ${askedInWords(asked)}. ${EXPORT_FORMAT_WORDS[asked.format]}, asked for ${formatDateTime(run.askedAt, timeZone)} by ${run.askedBy}.`}
      breadcrumbs={[{ label: "Export clock hours", to: `/hr/export?organization=${organisation.id}` }]}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <ExportProgress run={run} file={file} ahead={ahead} />
      <div>
        <LinkButton to={`/hr/exports?organization=${organisation.id}`} variant="secondary">
          See all exports
        </LinkButton>
      </div>
    </Page>
  );
}
