import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askWorkplacesForm } from "~/desks/registrar/registrar-form";
import { claimColumns } from "~/desks/registrar/claim-columns";
import { askForWorkplaces, listWithoutDistrict } from "~/desks/registrar/without-district.server";
import { WorkplaceStatus } from "~/people/affiliations/WorkplaceStatus";
import { requireRole } from "~/people/roles/permission.server";
import { formatHours, formatPlainDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { SelectedCount } from "~/ui/tables/Selection";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Without a district");

const HERE = "/registrar/without-district";
const FORM = "ask";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const page = pageOf(new URL(request.url));
  return data({ page, ...listWithoutDistrict(ctx, page) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, askWorkplacesForm);
  if (!form.ok) return form.reply;
  const outcome = askForWorkplaces(ctx, form.value.credit);
  if (!outcome.ok)
    return form.refuse(
      "Nobody was asked: they were asked today already, or have no email address. Look again tomorrow.",
    );
  throw await redirectWithToast(HERE, `${plural(outcome.value, "person", "people")} asked by mail.`);
}

export default function WithoutDistrict() {
  const { rows, total, page } = useLoaderData<typeof loader>();
  const [form] = useServerForm({ id: FORM, lastResult: useActionData<typeof action>()?.result });
  return (
    <Page
      title="Without a district"
      lead="Posted hours that no HR sees: nothing is entered of where the person worked that day, or it is not confirmed."
      width="wide"
    >
      <RowCount shown={rows.length} total={total} noun="credit" />
      <DataTable
        caption="Credits without a district"
        rows={rows}
        rowKey={(row) => row.id}
        selection={{ form: FORM, name: "credit", label: (row) => `Choose ${row.name}, ${row.title}` }}
        empty={
          <EmptyState title="Every posted hour reaches a district">
            <p>Credits stand here while no confirmed workplace holds the day on which they were completed.</p>
          </EmptyState>
        }
        columns={[
          ...claimColumns<(typeof rows)[number]>((row) => row.claimId),
          { key: "number", header: "In-service number", hideOnPhone: true, cell: (row) => row.inServiceNumber },
          { key: "completed", header: "Completed", cell: (row) => formatPlainDate(row.completedOn) },
          { key: "hours", header: "Hours", align: "end", cell: (row) => formatHours(row.minutes) },
          { key: "district", header: "District", cell: (row) => <WorkplaceStatus workplace={row.workplace} /> },
          { key: "mail", header: "Mail", cell: (row) => (row.reachable ? "Can be asked" : "No address") },
        ]}
      />
      {rows.length > 0 ? (
        <FormFrame form={form} className="flex flex-wrap items-center gap-4">
          <SubmitButton pendingLabel="Asking …">Ask where they worked</SubmitButton>
          <SelectedCount form={FORM} name="credit" noun="credit" />
        </FormFrame>
      ) : null}
      <Pagination page={page} total={total} hrefFor={(each) => `${HERE}?page=${each}`} />
    </Page>
  );
}
