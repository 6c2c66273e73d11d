import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CreditVersions } from "~/credits/ledger/CreditVersions";
import { getAwardHours } from "~/desks/microcredentials/award-hours-desk.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { AwardHoursStatus } from "~/microcredentials/hours/AwardHoursStatus";
import { HOURS_REFUSALS } from "~/microcredentials/hours/award-hours";
import { returnAwardHours } from "~/microcredentials/hours/award-hours.server";
import { awardHoursForm } from "~/microcredentials/hours/hours-form";
import { requireRole } from "~/people/roles/permission.server";
import { formatClockHours, formatDateTime, formatPlainDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Hours of an award");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getAwardHours(await requireRole(request, "registrar"), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const awardId = param(params, "id");
  getAwardHours(ctx, awardId);
  const form = await readForm(request, awardHoursForm);
  if (!form.ok) return form.reply;
  const back = `/registrar/awards/${awardId}`;
  if (form.value.intent === "post") {
    const started = once(ctx, `award ${awardId}`, form.once, () =>
      startAction(ctx, "post-award-hours", { awardIds: [awardId] }),
    );
    if (!started.ok) return form.refuse(started.words);
    throw await redirectStarted(started, back);
  }
  const { reason } = form.value;
  const outcome = once(ctx, `award ${awardId}`, form.once, () => returnAwardHours(ctx, { awardId, reason }));
  if (!outcome.ok) return form.refuse(HOURS_REFUSALS[outcome.reason]);
  throw await redirectWithToast(back, "The claim is returned; the person reads why on their award’s page.");
}

export default function HoursOfAward() {
  const { row, versions } = useLoaderData<typeof loader>();
  const canAct = row.status === "claimed";
  return (
    <Page
      title={row.name}
      lead={row.title}
      breadcrumbs={[{ label: "Hours of awards", to: "/registrar/awards" }]}
      actions={canAct ? <Actions hours={formatClockHours(row.minutes)} canPost={row.standing !== "revoked"} /> : null}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <Facts
        items={[
          {
            label: "Person",
            value: (
              <Link to={`/people/${row.personId}`} className="link">
                {row.name}
              </Link>
            ),
          },
          { label: "Status", value: <AwardHoursStatus status={row.status} standing={row.standing} /> },
          { label: "Returned because", value: row.returnedReason },
          { label: "Clock hours approved", value: formatClockHours(row.minutes) },
          { label: "In-service number", value: row.inServiceNumber },
          { label: "Awarded", value: formatPlainDate(row.awardedOn) },
          { label: "Claimed", value: formatDateTime(row.claimedAt, REGION_TIME_ZONE) },
          { label: `Statement, ${row.affidavitVersion}`, value: row.affidavitText },
        ]}
      />
      {versions.length > 0 ? (
        <Section title="On the ledger">
          <CreditVersions versions={versions} timeZone={REGION_TIME_ZONE} />
        </Section>
      ) : null}
    </Page>
  );
}

function Actions({ hours, canPost }: { hours: string; canPost: boolean }) {
  return (
    <>
      {canPost ? (
        <ConfirmDialog
          trigger={`Post ${hours}`}
          variant="primary"
          title={`Post ${hours}?`}
          confirmLabel="Post"
          confirmVariant="primary"
          intent="post"
        >
          <p>They stand on the ledger for good, and the person is told by mail. You have ten seconds to call it off.</p>
        </ConfirmDialog>
      ) : null}
      <ConfirmDialog
        trigger="Return the claim"
        variant="secondary"
        title="Return this claim?"
        confirmLabel="Return it"
        confirmVariant="danger"
        intent="return"
      >
        <p>The person reads your reason on their award’s page, and can claim again.</p>
        <label className="grid gap-1 font-semibold">
          Reason
          <input type="text" name="reason" required maxLength={500} className="input" />
        </label>
      </ConfirmDialog>
    </>
  );
}
