import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CLAIM_REFUSALS } from "~/credits/refusal";
import { listQueue, listQueueOfferings, QUEUE_VIEWS, type QueueView } from "~/credits/registrar-queue.server";
import { postForm } from "~/credits/registrar-form";
import { postClaims } from "~/credits/posting.server";
import { requireRole } from "~/people/permission.server";
import { readForm } from "~/platform/form.server";
import { formatAge, formatHours, plural } from "~/platform/format";
import { pageTitle } from "~/platform/page-title";
import { pageOf } from "~/platform/responses.server";
import { redirectWithToast } from "~/platform/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FilterBar, FilterSelect } from "~/ui/filters";
import { FormFrame, Hidden, useServerForm } from "~/ui/form";
import { EmptyState, Page } from "~/ui/Page";
import { Pagination, RowCount } from "~/ui/Pagination";
import { SelectedCount } from "~/ui/Selection";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/Table";
import { Tabs } from "~/ui/Tabs";

export const meta = () => pageTitle("Claims");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const url = new URL(request.url);
  const asked = url.searchParams.get("view");
  const view: QueueView = asked && asked in QUEUE_VIEWS ? (asked as QueueView) : "ready";
  const offeringId = url.searchParams.get("offering") || null;
  const page = pageOf(url);
  const hrefFor = (each: QueueView) => `/registrar?view=${each}${offeringId ? `&offering=${offeringId}` : ""}`;
  const { counts, rows } = listQueue(ctx, { view, offeringId, page });
  return data({
    view,
    offeringId,
    page,
    rows,
    total: counts[view],
    here: hrefFor(view),
    offerings: listQueueOfferings(ctx),
    tabs: (Object.keys(QUEUE_VIEWS) as QueueView[]).map((each) => ({
      label: QUEUE_VIEWS[each],
      to: hrefFor(each),
      current: each === view,
      count: counts[each],
    })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, postForm);
  if (!form.ok) return form.reply;
  const outcome = postClaims(ctx, form.value.claim);
  if (!outcome.ok) return form.refuse(CLAIM_REFUSALS[outcome.reason]);
  const { pathname, search } = new URL(request.url);
  throw await redirectWithToast(pathname + search, `${plural(outcome.value.length, "credit")} posted.`);
}

export default function RegistrarQueue() {
  const { rows, view, tabs, offerings, offeringId, page, total, here } = useLoaderData<typeof loader>();
  const [form] = useServerForm({ id: "post", lastResult: useActionData<typeof action>()?.result });
  const ready = view === "ready";
  return (
    <Page title="Claims" lead="Oldest first. Posting verifies the chosen claims and writes their credits." width="wide">
      <Tabs label="Claims by stage" tabs={tabs} />
      <FilterBar>
        <Hidden name="view" value={view} />
        <FilterSelect
          name="offering"
          label="Offering"
          defaultValue={offeringId ?? ""}
          options={[{ value: "", label: "All offerings" }, ...offerings]}
        />
      </FilterBar>
      <RowCount shown={rows.length} total={total} noun="claim" />
      <DataTable
        caption="Claims"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="Nothing here">Claims come here as people make them.</EmptyState>}
        selection={
          ready ? { name: "claim", form: "post", label: (row) => `Choose the claim of ${row.name}` } : undefined
        }
        columns={[
          {
            key: "name",
            header: "Educator",
            primary: true,
            cell: (row) => (
              <Link to={`/registrar/claims/${row.id}`} className="link">
                {row.name}
              </Link>
            ),
          },
          { key: "title", header: "Training", cell: (row) => row.title },
          { key: "number", header: "In-service number", hideOnPhone: true, cell: (row) => row.inServiceNumber },
          { key: "earned", header: "Earned", align: "end", cell: (row) => formatHours(row.earnedMinutes) },
          {
            key: "claimed",
            header: "Claimed",
            align: "end",
            cell: (row) =>
              row.requestedMinutes === row.earnedMinutes ? (
                formatHours(row.requestedMinutes)
              ) : (
                <strong>{formatHours(row.requestedMinutes)}</strong>
              ),
          },
          { key: "age", header: "Age", cell: (row) => formatAge(row.age) },
          {
            key: "missing",
            header: "Missing",
            cell: (row) =>
              row.missing.length > 0 ? (
                <Status tone="waiting">{row.missing.join(", ")}</Status>
              ) : (
                <Status tone="good">Nothing</Status>
              ),
          },
        ]}
      />
      {ready && rows.length > 0 ? (
        <FormFrame form={form} className="flex flex-wrap items-center gap-4">
          <SubmitButton intent="post" pendingLabel="Posting …">
            Verify and post
          </SubmitButton>
          <SelectedCount form="post" name="claim" noun="claim" />
        </FormFrame>
      ) : null}
      <Pagination page={page} total={total} hrefFor={(each) => `${here}&page=${each}`} />
    </Page>
  );
}
