import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { callOffForm } from "~/desks/started/call-off-form";
import { callOff, listStarted } from "~/desks/started/started-action.server";
import { LongProgress } from "~/desks/started/StartedBar";
import { STARTED_TONES, STARTED_WORDS } from "~/desks/started/started-state";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireActor } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { asksForAll } from "~/ui/lists/show-all";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("What you started");

/** With the value "all", the page shows more of them than the newest. */
const PARAMETER = "started";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const all = asksForAll(new URL(request.url).searchParams, PARAMETER);
  return data({ ...listStarted(ctx, all), timeZone: getHomeProvider(ctx.db).timeZone });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, callOffForm);
  if (!form.ok) return form.reply;
  const outcome = callOff(ctx, form.value.id);
  const back = safePath(form.value.back, "/started");
  if (outcome.ok) throw await redirectWithToast(back, CALLED_OFF[outcome.value]);
  throw await redirectWithToast(back, "Too late to call it off: it is finished.", "attention");
}

const CALLED_OFF = {
  "called-off": "Called off. Nothing was changed, and nobody was told.",
  stops: "It stops after the few that are under way. What was done stays.",
};

type Row = ReturnType<typeof listStarted>["rows"][number];

export default function Started() {
  const { rows, total, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="What you started"
      lead="Posting, sending, invoicing, corrections and changes of dates wait some seconds, in which you can call them off. Thousands of things are done in parts and can be stopped. The last thirty days stand here."
      width="wide"
    >
      <DataTable<Row>
        caption="What you started"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title="Nothing yet">What you post, send, invoice or correct stands here.</EmptyState>}
        columns={[
          { key: "effect", header: "What", primary: true, cell: (row) => row.effect },
          {
            key: "state",
            header: "State",
            cell: (row) => <Status tone={STARTED_TONES[row.state]}>{STARTED_WORDS[row.state]}</Status>,
          },
          { key: "at", header: "Started", cell: (row) => formatDateTime(row.startedAt, timeZone) },
          { key: "answer", header: "What came of it", cell: (row) => <Answer row={row} /> },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="actions" parameter={PARAMETER} />
    </Page>
  );
}

function Answer({ row }: { row: Row }) {
  if (row.state === "waiting" || row.state === "running")
    return (
      <span className="flex flex-wrap items-center gap-3">
        {row.state === "running" && row.total !== null ? (
          <LongProgress effect={row.effect} done={row.done} total={row.total} />
        ) : null}
        {row.stops ? (
          "Stopping …"
        ) : (
          <Form method="post">
            <Hidden name="id" value={row.id} />
            <SubmitButton size="sm" variant="secondary">
              {row.state === "waiting" ? "Call off" : "Stop"}
            </SubmitButton>
          </Form>
        )}
      </span>
    );
  if (!row.answer) return <span className="text-soft">–</span>;
  return row.resultPath ? (
    <Link to={row.resultPath} className="link">
      {row.answer}
    </Link>
  ) : (
    row.answer
  );
}
