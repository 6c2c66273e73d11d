import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { MessageTable } from "~/desks/admin/MessageTable";
import { requireRole } from "~/people/roles/permission.server";
import { sendsMail } from "~/platform/mail/mail-transport.server";
import { MESSAGE_STATE_LABELS, MESSAGE_STATES } from "~/messages/outbox/message-state";
import { describeKind } from "~/platform/format";
import { listMessages } from "~/desks/admin/outbox-desk.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { hrefWith } from "~/ui/tables/address";
import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import { Notice, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { Tabs } from "~/ui/frame/Tabs";

export const meta = () => pageTitle("Mail");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const url = new URL(request.url);
  const filter = {
    state: MESSAGE_STATES.find((state) => state === url.searchParams.get("state")) ?? null,
    kind: url.searchParams.get("kind") || null,
    person: (url.searchParams.get("to") ?? "").trim().slice(0, 200),
    page: pageOf(url),
  };
  const { timeZone } = getHomeProvider(ctx.db);
  return { filter, ...listMessages(ctx, filter), sends: sendsMail(), timeZone };
}

export default function Mail() {
  const { filter, messages, total, states, kinds, sends, timeZone } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const countOf = (state: string) => states.find((each) => each.state === state)?.count ?? 0;
  const all = states.reduce((sum, each) => sum + each.count, 0);
  const kindOptions = kinds.map(({ kind }) => ({ value: kind, label: describeKind(kind) }));
  return (
    <Page title="Mail" lead="Every message that Hourbook wrote, and what became of it." width="wide">
      {sends ? null : (
        <Notice tone="info" title="No mail server is set, so nothing leaves this machine">
          <p>Messages wait here. Open one to see what its recipient would get.</p>
        </Notice>
      )}
      <Tabs
        label="State"
        tabs={[
          { label: "All", to: hrefWith(search, { state: null }), current: filter.state === null, count: all },
          ...MESSAGE_STATES.map((state) => ({
            label: MESSAGE_STATE_LABELS[state],
            to: hrefWith(search, { state }),
            current: filter.state === state,
            count: countOf(state),
          })),
        ]}
      />
      <FilterBar label="Messages">
        {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
        <FilterText name="to" label="Name or address" defaultValue={filter.person} />
        <FilterSelect
          name="kind"
          label="Kind"
          defaultValue={filter.kind}
          options={[{ value: "", label: "Any kind" }, ...kindOptions]}
        />
      </FilterBar>
      <div className="grid gap-4">
        <RowCount shown={messages.length} total={total} noun="message" />
        <MessageTable messages={messages} timeZone={timeZone} />
        <Pagination page={filter.page} total={total} hrefFor={(page) => hrefWith(search, { page })} />
      </div>
    </Page>
  );
}
