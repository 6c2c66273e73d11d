import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getMySubmission, withdrawHours } from "~/hr/submitted/submit.server";
import { withdrawForm } from "~/hr/submitted/submitted-form";
import { isWithdrawable, SUBMITTED_REFUSALS } from "~/hr/submitted/submitted-hours";
import { SubmittedStatus, SubmittedTable } from "~/hr/submitted/SubmittedTable";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Submitted hours");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getMySubmission(await requireEducator(request), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const id = param(params, "id");
  getMySubmission(ctx, id);
  const form = await readForm(request, withdrawForm);
  if (!form.ok) return form.reply;
  const outcome = withdrawHours(ctx, id);
  if (!outcome.ok) return form.refuse(SUBMITTED_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/hours/submitted/${id}`, "Withdrawn. HR does not see it any more.");
}

export default function MySubmission() {
  const { organisation, state, ...page } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Submitted to ${organisation}`}
      breadcrumbs={[
        { label: "My hours", to: "/hours" },
        { label: "Submitted to my district", to: "/hours/submitted" },
      ]}
      actions={isWithdrawable(state) ? <Withdraw organisation={organisation} /> : <SubmitAgain state={state} />}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <Facts
        items={[
          { label: "State", value: <SubmittedStatus state={state} reason={page.reason} /> },
          { label: "Submitted", value: formatDateTime(page.sentAt, REGION_TIME_ZONE) },
          {
            label: "Decided",
            value: page.decidedAt && `${formatDateTime(page.decidedAt, REGION_TIME_ZONE)}, by ${page.decidedBy}`,
          },
          { label: "You agreed to", value: page.consent },
        ]}
      />
      <Section title="What you submitted">
        <SubmittedTable caption="Submitted rows" rows={page.rows} />
      </Section>
      <ChangeHistory events={page.history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}

function Withdraw({ organisation }: { organisation: string }) {
  return (
    <ConfirmDialog
      trigger="Withdraw"
      title={`Withdraw this from ${organisation}?`}
      intent="withdraw"
      confirmLabel="Withdraw"
    >
      <p>HR does not see it any more. You can submit the same hours again.</p>
    </ConfirmDialog>
  );
}

function SubmitAgain({ state }: { state: string }) {
  if (state === "accepted") return null;
  return (
    <LinkButton to="/hours/submitted/new" variant="secondary">
      Submit again
    </LinkButton>
  );
}
