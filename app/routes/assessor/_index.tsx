import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { getAssessorDesk } from "~/desks/microcredentials/assessor-desk.server";
import { takeSubmission } from "~/microcredentials/assessment/assess.server";
import { takeForm } from "~/microcredentials/assessment/assessment-form";
import { ASSESSMENT_REFUSALS } from "~/microcredentials/assessment/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { ConfirmDialog } from "~/ui/Dialog";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("To read");

export async function loader({ request }: LoaderFunctionArgs) {
  return data(getAssessorDesk(await requireRole(request, "assessor")));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "assessor");
  const form = await readForm(request, takeForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "assessment", form.once, () => takeSubmission(ctx, form.value.submissionId));
  if (!outcome.ok) return form.refuse(ASSESSMENT_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/assessor/assessments/${outcome.value.id}`, "You hold it for three days.");
}

export default function ToRead() {
  const { held, waiting } = useLoaderData<typeof loader>();
  return (
    <Page
      title="To read"
      lead="Portfolios that wait for an assessor; the promise that ends first stands on top."
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      {held.length > 0 ? (
        <Section title="You hold">
          <DataTable
            caption="You hold"
            rows={held}
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
              {
                key: "promised",
                header: "Promised by",
                cell: (row) => (row.promisedAt === null ? "–" : formatDate(row.promisedAt, REGION_TIME_ZONE)),
              },
            ]}
          />
        </Section>
      ) : null}
      <Section title="In the queue">
        <DataTable
          caption="In the queue"
          rows={waiting}
          rowKey={(row) => row.id}
          empty={<EmptyState title="Nothing waits">What people hand in comes here.</EmptyState>}
          columns={[
            { key: "title", header: "Micro-credential", primary: true, cell: (row) => row.title },
            { key: "place", header: "Needed", cell: (row) => row.place },
            { key: "sent", header: "Handed in", cell: (row) => formatDate(row.submittedAt, REGION_TIME_ZONE) },
            {
              key: "promised",
              header: "Promised by",
              cell: (row) =>
                row.isLate ? (
                  <Status tone="attention">Late</Status>
                ) : row.promisedAt === null ? (
                  "–"
                ) : (
                  formatDate(row.promisedAt, REGION_TIME_ZONE)
                ),
            },
            {
              key: "take",
              header: "Actions",
              bare: true,
              cell: (row) => (
                <ConfirmDialog
                  trigger={
                    <>
                      Read it<span className="sr-only">: {row.title}</span>
                    </>
                  }
                  variant="secondary"
                  size="sm"
                  title="Is there a conflict of interest?"
                  confirmLabel="Read it"
                  confirmVariant="primary"
                  cancelLabel="Leave it to somebody else"
                  intent="take"
                  values={{ submissionId: row.id }}
                >
                  <p>
                    Family, friends, people whom you supervise or who supervise you, and colleagues of your own building
                    are read by somebody else.
                  </p>
                  <label className="flex items-start gap-2">
                    <input type="checkbox" name="noConflict" value="on" required className="mt-1 size-5" />I know of
                    none, and hand it back if I find one.
                  </label>
                </ConfirmDialog>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
