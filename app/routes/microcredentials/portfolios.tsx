import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SecondReading } from "~/desks/microcredentials/SecondReading";
import { undecidedForm } from "~/microcredentials/assessment/assessment-form";
import { ASSESSMENT_REFUSALS } from "~/microcredentials/assessment/refusal";
import { askSecond, withdrawSecond } from "~/microcredentials/assessment/second-request.server";
import { UNDECIDED_LIST } from "~/microcredentials/assessment/undecided-list";
import { listScopedTitles, undecidedSource } from "~/microcredentials/assessment/undecided-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import { Refused } from "~/ui/Refused";
import { Status } from "~/ui/Status";

export const meta = () => pageTitle(UNDECIDED_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const list = showList(ctx, request, undecidedSource(ctx));
  return data({ ...list, options: { microcredential: listScopedTitles(ctx) } });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, undecidedForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const outcome = once(ctx, "second reading", form.once, () =>
    input.intent === "ask-second" ? askSecond(ctx, input) : withdrawSecond(ctx, input.submissionId),
  );
  if (!outcome.ok && outcome.reason === "unknown-submission") throw notFound();
  if (!outcome.ok) return form.refuse(ASSESSMENT_REFUSALS[outcome.reason]);
  const said = input.intent === "ask-second" ? "A second assessor will read it, too." : "Taken back.";
  throw await redirectWithToast(`/coordinator/portfolios${new URL(request.url).search}`, said);
}

export default function UndecidedPortfolios() {
  const { options, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={UNDECIDED_LIST.title}
      breadcrumbs={[{ label: "Micro-credentials", to: "/coordinator/microcredentials" }]}
      lead="What people handed in and wait for, without their names. The promise that ends first stands on top."
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <WorkList
        shape={UNDECIDED_LIST}
        list={list}
        options={options}
        empty={
          <EmptyState title="Nothing waits">
            <p>What people hand in stands here until it is decided.</p>
          </EmptyState>
        }
        cells={{
          title: (row) => row.title,
          submitted: (row) => <Day at={row.submittedAt} timeZone={row.timeZone} />,
          promised: (row) => (
            <>
              {row.promisedAt === null ? "–" : <Day at={row.promisedAt} timeZone={row.timeZone} />}{" "}
              {row.risk === null ? null : <Status tone="attention">{row.risk === "late" ? "Late" : "At risk"}</Status>}
            </>
          ),
          reading: (row) => row.reading,
          second: (row) => <SecondReading row={row} />,
        }}
      />
    </Page>
  );
}

function Day({ at, timeZone }: { at: number; timeZone: string }) {
  return <span className="whitespace-nowrap">{formatDate(at, timeZone)}</span>;
}
