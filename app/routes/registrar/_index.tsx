import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { QueueTable } from "~/desks/registrar/QueueTable";
import {
  countAgreeing,
  listAgreeing,
  listQueue,
  listQueueOfferings,
  QUEUE_VIEWS,
  type QueueView,
} from "~/desks/registrar/registrar-queue.server";
import { queueForm } from "~/desks/registrar/registrar-form";
import { startAction } from "~/desks/started/started-action.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf, safePath } from "~/platform/http/responses.server";
import { SubmitButton } from "~/ui/Button";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { SelectedCount } from "~/ui/tables/Selection";
import { Tabs } from "~/ui/frame/Tabs";

export const meta = () => pageTitle("Claims");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const url = new URL(request.url);
  const asked = url.searchParams.get("view");
  const view: QueueView = asked && Object.hasOwn(QUEUE_VIEWS, asked) ? (asked as QueueView) : "ready";
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
    ...(view === "ready" ? countAgreeing(ctx, offeringId) : { agreeing: 0, withoutDistrict: 0 }),
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
  const form = await readForm(request, queueForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const claimIds = input.intent === "post" ? input.claim : listAgreeing(ctx, input.offering || null);
  const started = startAction(ctx, "post-claims", { claimIds });
  if (!started.ok) return form.refuse(started.words);
  const { pathname, search } = new URL(request.url);
  throw await redirectStarted(started, safePath(pathname + search, "/registrar"));
}

export default function RegistrarQueue() {
  const { rows, view, tabs, offerings, offeringId, page, total, here, agreeing, withoutDistrict } =
    useLoaderData<typeof loader>();
  const [form] = useServerForm({ id: "post", lastResult: useActionData<typeof action>()?.result });
  const postable = view === "ready" || view === "differs";
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
      <QueueTable rows={rows} view={view} form="post" />
      {withoutDistrict > 0 ? (
        <Notice
          tone="info"
          title={`${withoutDistrict} of the ${agreeing} that agree have no district on the day of completion`}
        >
          <p>They can be posted; no HR sees them until their people say where they worked.</p>
        </Notice>
      ) : null}
      {postable && rows.length > 0 ? (
        <FormFrame form={form} className="flex flex-wrap items-center gap-4">
          <SubmitButton intent="post" pendingLabel="Posting …">
            Verify and post
          </SubmitButton>
          <SelectedCount form="post" name="claim" noun="claim" />
        </FormFrame>
      ) : null}
      {postable && agreeing > 0 ? (
        <div className="mt-4">
          <ConfirmDialog
            trigger={`Post all ${agreeing.toLocaleString("en-US")} that agree`}
            title={`Post ${plural(agreeing, "credit")}?`}
            confirmLabel="Verify and post"
            confirmVariant="primary"
            cancelLabel="Not now"
            intent="post-all"
            values={{ offering: offeringId ?? "" }}
          >
            Each claim agrees with attendance. Each is verified, its credit is written, and its person is told by mail.
            You can call it off for some seconds.
          </ConfirmDialog>
        </div>
      ) : null}
      <Pagination page={page} total={total} hrefFor={(each) => `${here}&page=${each}`} />
    </Page>
  );
}
