import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideSubmitted, getSubmitted } from "~/hr/submitted/submitted-decision.server";
import { submittedDecisionForm } from "~/hr/submitted/submitted-form";
import { SUBMITTED_REFUSALS } from "~/hr/submitted/submitted-hours";
import { SubmittedDecision } from "~/hr/submitted/SubmittedDecision";
import { SubmittedStatus, SubmittedTable } from "~/hr/submitted/SubmittedTable";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Submitted hours");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getSubmitted(await requireRole(request, "hr"), param(params, "id")));
}

const SAID = {
  accepted: "Accepted. The person is told.",
  returned: "Returned. The person is told why.",
  "taken-back": "Taken back. The person is told why.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const id = param(params, "id");
  getSubmitted(ctx, id);
  const form = await readForm(request, submittedDecisionForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, `submitted hours ${id}`, form.once, () => decideSubmitted(ctx, id, form.value));
  if (!outcome.ok) return form.refuse(SUBMITTED_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/hr/submitted/${id}`, SAID[outcome.value]);
}

const WORKPLACES = {
  confirmed: "Today, as you confirmed",
  unconfirmed: "Today, by their own word",
  "not-today": "Not today",
};

export default function SubmittedToHr() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Hours submitted by ${page.name}`}
      lead="You see these rows because the person agreed to it, and nothing else of their time outside your dates. Looking at this page is recorded."
      breadcrumbs={[{ label: "Submitted hours", to: "/hr/submitted" }]}
      actions={<SubmittedDecision state={page.state} seen={page.seen} isKnown={page.personPage !== null} />}
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <Facts
        items={[
          { label: "State", value: <SubmittedStatus state={page.state} reason={page.reason} /> },
          {
            label: "Submitted",
            value: `${formatDateTime(page.sentAt, REGION_TIME_ZONE)}, to ${page.organisation}`,
          },
          { label: `Works for ${page.organisation}`, value: <Workplace workplace={page.workplace} /> },
          { label: "Certificate number", value: page.certificateNumber ?? "Not on file" },
          {
            label: "With you",
            value: page.personPage ? (
              <Link to={page.personPage} className="link">
                Page of {page.name}
              </Link>
            ) : page.state === "accepted" ? (
              "Not confirmed yet: what you accepted counts once you confirm where they work"
            ) : null,
          },
          { label: "Agreed to", value: page.consent },
        ]}
      />
      <Section title="Submitted rows">
        <SubmittedTable caption="Submitted rows" rows={page.rows} />
      </Section>
      <ChangeHistory events={page.history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}

function Workplace({ workplace }: { workplace: keyof typeof WORKPLACES }) {
  if (workplace !== "unconfirmed") return WORKPLACES[workplace];
  return (
    <>
      {WORKPLACES.unconfirmed} ·{" "}
      <Link to="/hr/affiliations" className="link">
        People to confirm
      </Link>
    </>
  );
}
