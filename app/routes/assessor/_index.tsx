import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getAssessorDesk } from "~/desks/microcredentials/assessor-desk.server";
import { Promised, QueueTable } from "~/desks/microcredentials/QueueTable";
import { takeSubmission } from "~/microcredentials/assessment/assess.server";
import { takeForm } from "~/microcredentials/assessment/assessment-form";
import { MOST_WAITING } from "~/microcredentials/assessment/assessment";
import { ASSESSMENT_REFUSALS } from "~/microcredentials/assessment/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { LinkButton } from "~/ui/Button";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("To read");

export async function loader({ request }: LoaderFunctionArgs) {
  return data(getAssessorDesk(await requireRole(request, "assessor")));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "assessor");
  const form = await readForm(request, takeForm);
  if (!form.ok) return form.reply;
  const { submissionId, noConflict } = form.value;
  const outcome = once(ctx, "assessment", form.once, () =>
    takeSubmission(ctx, { submissionId, knowsNoConflict: noConflict === "on" }),
  );
  if (!outcome.ok) return form.refuse(ASSESSMENT_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/assessor/assessments/${outcome.value.id}`, "You hold it for three days.");
}

export default function ToRead() {
  const { held, waiting, toPractise, isAdmitted } = useLoaderData<typeof loader>();
  const practise = (
    <LinkButton to="/assessor/practice" variant="secondary">
      Practise
    </LinkButton>
  );
  return (
    <Page
      title="To read"
      lead="Portfolios that wait for an assessor; the promise that ends first stands on top."
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      {isAdmitted ? null : (
        <Notice tone="info" title="You are not admitted yet" action={practise}>
          <p>
            {toPractise > 0
              ? "Practise first: score what others handed in before, and see how far you agree with what was decided. Then the coordinator admits you."
              : "The coordinator admits you. There is nothing to practise on for now."}
          </p>
        </Notice>
      )}
      {held.length > 0 ? (
        <Section title="You hold">
          <DataTable
            caption="You hold"
            rows={held}
            dense
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              {
                key: "title",
                header: "Micro-credential",
                primary: true,
                cell: (row) => (
                  <Link
                    to={`/assessor/assessments/${row.id}`}
                    className="link pointer-coarse:inline-block pointer-coarse:py-2"
                  >
                    {row.title}
                  </Link>
                ),
              },
              { key: "since", header: "Since", cell: (row) => formatDate(row.claimedAt, REGION_TIME_ZONE) },
              { key: "promised", header: "Promised by", cell: (row) => <Promised row={row} /> },
            ]}
          />
        </Section>
      ) : null}
      {isAdmitted || waiting.length > 0 ? (
        <Section
          title="In the queue"
          description={
            waiting.length < MOST_WAITING
              ? undefined
              : `The ${MOST_WAITING} whose promise ends first; there may be more.`
          }
        >
          <QueueTable rows={waiting} />
        </Section>
      ) : null}
    </Page>
  );
}
