import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAwardHoursRows } from "~/desks/microcredentials/award-hours-desk.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { AwardHoursStatus } from "~/microcredentials/hours/AwardHoursStatus";
import { postAllForm } from "~/microcredentials/hours/hours-form";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate, formatHours, formatPlainDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { RowLink } from "~/ui/lists/RowLink";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Hours of awards");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listAwardHoursRows(await requireRole(request, "registrar")) });
}

/** Posts all that wait: what was shown when it was asked for. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, postAllForm);
  if (!form.ok) return form.reply;
  const { awards: awardIds } = form.value;
  if (awardIds.length === 0) return form.refuse("Nothing waits to be posted.");
  const answer = once(ctx, "award-hours", form.once, () => startAction(ctx, "post-award-hours", { awardIds }));
  if (!answer.ok) return form.refuse(answer.words);
  throw await redirectStarted(answer, "/registrar/awards");
}

export default function HoursOfAwards() {
  const { rows } = useLoaderData<typeof loader>();
  const waiting = rows.filter(({ status, standing }) => status === "claimed" && standing !== "revoked");
  return (
    <Page
      title="Hours of awards"
      lead="Clock hours that a committee approved for a micro-credential, claimed by those who were awarded it."
      actions={
        waiting.length > 0 ? (
          <ConfirmDialog
            trigger={`Post ${plural(waiting.length, "credit")}`}
            variant="primary"
            title={`Post ${plural(waiting.length, "credit")}?`}
            confirmLabel="Post"
            confirmVariant="primary"
            intent="post-all"
            values={{ awards: waiting.map(({ id }) => id).join(",") }}
          >
            <p>
              Each stands on the ledger for good, and its person is told by mail. You have ten seconds to call it off.
            </p>
          </ConfirmDialog>
        ) : null
      }
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <DataTable
        caption="Hours of awards"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nobody has claimed hours of an award yet.</p>}
        columns={[
          {
            key: "name",
            header: "Name",
            primary: true,
            cell: (row) => <RowLink to={`/registrar/awards/${row.id}`}>{row.name}</RowLink>,
          },
          { key: "title", header: "Micro-credential", cell: (row) => row.title },
          { key: "awarded", header: "Awarded", cell: (row) => formatPlainDate(row.awardedOn) },
          { key: "hours", header: "Hours", align: "end", cell: (row) => formatHours(row.minutes) },
          { key: "claimed", header: "Claimed", cell: (row) => formatDate(row.claimedAt, REGION_TIME_ZONE) },
          {
            key: "status",
            header: "Status",
            cell: (row) => <AwardHoursStatus status={row.status} standing={row.standing} />,
          },
        ]}
      />
    </Page>
  );
}
