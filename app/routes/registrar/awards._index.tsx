import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  type AwardHoursRow,
  awardHoursSource,
  listPostableAwards,
} from "~/desks/microcredentials/award-hours-desk.server";
import { AWARD_HOURS_LIST } from "~/desks/microcredentials/award-hours-list";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { AwardHoursStatus } from "~/microcredentials/hours/AwardHoursStatus";
import { MOST_POSTED, postAllForm } from "~/microcredentials/hours/hours-form";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate, formatHours, formatPlainDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(AWARD_HOURS_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return data({ ...showList(ctx, request, awardHoursSource(ctx)), postable: listPostableAwards(ctx) });
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

const CELLS: Record<string, (row: AwardHoursRow) => ReactNode> = {
  name: (row) => <RowLink to={`/registrar/awards/${row.id}`}>{row.name}</RowLink>,
  title: (row) => row.title,
  awarded: (row) => formatPlainDate(row.awardedOn),
  hours: (row) => formatHours(row.minutes),
  claimed: (row) => formatDate(row.claimedAt, REGION_TIME_ZONE),
  status: (row) => <AwardHoursStatus status={row.status} standing={row.standing} />,
  number: (row) => row.inServiceNumber ?? "–",
};

export default function HoursOfAwards() {
  const { postable, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={AWARD_HOURS_LIST.title}
      lead="Clock hours that a committee approved for a micro-credential, claimed by those who were awarded it."
      width="wide"
      actions={
        postable.length > 0 ? (
          <ConfirmDialog
            trigger={`Post ${plural(postable.length, "credit")}`}
            variant="primary"
            title={`Post ${plural(postable.length, "credit")}?`}
            confirmLabel="Post"
            confirmVariant="primary"
            intent="post-all"
            values={{ awards: postable.join(",") }}
          >
            <p>
              All that wait, whatever the list shows now, {MOST_POSTED} at once. Each stands on the ledger for good, and
              its person is told by mail. You have ten seconds to call it off.
            </p>
          </ConfirmDialog>
        ) : null
      }
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <WorkList
        shape={AWARD_HOURS_LIST}
        list={list}
        cells={CELLS}
        empty={<EmptyState title="Nobody has claimed hours of an award yet" />}
      />
    </Page>
  );
}
