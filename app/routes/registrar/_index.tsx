import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { MOST_LOOKED_AT, QUEUE_VIEWS, type QueueView } from "~/desks/registrar/queue-list";
import { countPostable, listPostable } from "~/desks/registrar/postable.server";
import { listQueueOfferings, queueSource, queueViewOf } from "~/desks/registrar/queue-list.server";
import { QueueList } from "~/desks/registrar/QueueList";
import { queueForm } from "~/desks/registrar/registrar-form";
import { startAction } from "~/desks/started/started-action.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { listWorkplaceOptions } from "~/people/affiliations/workplace.server";
import { requireRole } from "~/people/roles/permission.server";
import { listViewed } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { MOST_MATCHING } from "~/platform/lists/list-limit";
import { countViews, findPage, readFound } from "~/platform/lists/list-page.server";
import { ConfirmDialog } from "~/ui/Dialog";
import { Notice, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { hrefWith } from "~/ui/tables/address";

const VIEWS = Object.keys(QUEUE_VIEWS) as QueueView[];

export const meta = () => pageTitle("Claims");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const search = new URL(request.url).searchParams;
  const view = queueViewOf(search);
  const source = queueSource(ctx, search);
  const { views } = listViewed(ctx, request, source.shape);
  const found = findPage(source, search);
  const list = { ...readFound(source, search, found), views };
  const nothing = { postable: 0, withoutDistrict: 0 };
  const offered = listQueueOfferings(ctx, search);
  return data({
    view,
    ...list,
    ...(view === "ready" ? countPostable(ctx.db, found.counted.slice(0, MOST_LOOKED_AT)) : nothing),
    counts: countViews(VIEWS, { view, total: list.total }, search, (there) => queueSource(ctx, there)),
    options: { offering: offered.rows, district: listWorkplaceOptions(ctx.db) },
    offeringsInAll: offered.total,
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, queueForm);
  if (!form.ok) return form.reply;
  const { claim = [], matching } = form.value;
  const { pathname, search, searchParams } = new URL(request.url);
  const started = once(ctx, "claims", form.once, () => {
    const claimIds = matching ? listPostable(ctx, searchParams) : claim;
    if (claimIds.length > 0) return startAction(ctx, "post-claims", { claimIds });
    return { ok: false, words: matching ? "None of these claims can be posted." : "Choose at least one claim." };
  });
  if (!started.ok) return form.refuse(started.words);
  throw await redirectStarted(started, safePath(pathname + search, "/registrar"));
}

export default function RegistrarQueue() {
  const { view, counts, options, offeringsInAll, postable, withoutDistrict, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const isMore = list.total > MOST_LOOKED_AT;
  return (
    <Page title="Claims" lead="Oldest first. Posting verifies the chosen claims and writes their credits." width="wide">
      <Tabs
        label="Claims by stage"
        tabs={VIEWS.map((each) => ({
          label: QUEUE_VIEWS[each],
          to: hrefWith(search, { view: each }),
          current: each === view,
          count: counts[each],
        }))}
      />
      <QueueList list={list} view={view} options={options} lastResult={useActionData<typeof action>()?.result} />
      {offeringsInAll > options.offering.length ? (
        <p className="text-[0.9375rem] text-soft">
          To filter by, there are the {options.offering.length} offerings that ended last, of{" "}
          {offeringsInAll.toLocaleString("en-US")}. Find the claims of another by its title or number.
        </p>
      ) : null}
      {withoutDistrict > 0 ? (
        <Notice
          tone="info"
          title={`${withoutDistrict} of the ${isMore ? "first " : ""}${postable} that agree have no district on the day of completion`}
        >
          <p>They can be posted; no HR sees them until their people say where they worked.</p>
        </Notice>
      ) : null}
      {postable > 0 ? (
        <div>
          <ConfirmDialog
            trigger={isMore ? "Post all that agree" : `Post all ${postable.toLocaleString("en-US")} that agree`}
            title={isMore ? `Post more than ${plural(postable, "credit")}?` : `Post ${plural(postable, "credit")}?`}
            confirmLabel="Verify and post"
            confirmVariant="primary"
            cancelLabel="Not now"
            intent="post"
            values={{ matching: 1 }}
          >
            {isMore
              ? `${postable.toLocaleString("en-US")} of the first ${MOST_LOOKED_AT.toLocaleString("en-US")} can be posted; all up to ${MOST_MATCHING.toLocaleString("en-US")} are looked at when you do. `
              : ""}
            Each claim agrees with attendance. Each is verified, its credit is written, and its person is told by mail.
            You can call it off for some seconds.
          </ConfirmDialog>
        </div>
      ) : null}
    </Page>
  );
}
