import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listJobRuns, listJobs } from "~/desks/jobs/jobs.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { listDueFaults, tryAgain } from "~/platform/jobs/each-due.server";
import { FaultSection } from "~/desks/admin/FaultSection";
import { readForm } from "~/platform/http/form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { tryAgainForm } from "~/desks/admin/try-again-form";
import { Refused } from "~/ui/Refused";
import { capitalized, describeKind, formatAge, formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { HowMany } from "~/ui/lists/HowMany";
import { asksForAll } from "~/ui/lists/show-all";
import { type Column, DataTable } from "~/ui/tables/Table";

/** With the value "all", the page shows every run that is kept. */
const RUNS_PARAMETER = "runs";

export const meta = () => pageTitle("Jobs");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const { timeZone } = getHomeProvider(ctx.db);
  const runs = listJobRuns(ctx.db, asksForAll(new URL(request.url).searchParams, RUNS_PARAMETER));
  return { jobs: listJobs(ctx.db), runs, faults: listDueFaults(ctx.db), now: ctx.now, timeZone };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, tryAgainForm);
  if (!form.ok) return form.reply;
  const outcome = tryAgain(ctx, form.value);
  if (!outcome.ok) return form.refuse("It has been done in the meantime. Reload the page.");
  throw await redirectWithToast("/admin/jobs", "It is tried again within a minute.");
}

type Job = Awaited<ReturnType<typeof loader>>["jobs"][number];

export default function Jobs() {
  const { jobs, runs, faults, now, timeZone } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const columns: Column<Job>[] = [
    { key: "name", header: "Job", primary: true, cell: (job) => describeKind(job.name) },
    { key: "schedule", header: "Runs", cell: (job) => capitalized(job.schedule) },
    { key: "state", header: "State", cell: (job) => <JobStatus job={job} /> },
    {
      key: "last",
      header: "Last run",
      cell: (job) => {
        const at = job.run?.lastStartedAt;
        return at ? (
          <>
            {capitalized(`${formatAge(now - at)} ago`)}
            <span className="block text-soft md:whitespace-nowrap">{formatDateTime(at, timeZone)}</span>
          </>
        ) : (
          <span className="text-soft">–</span>
        );
      },
    },
    {
      key: "outcome",
      header: "Last time it did something",
      cell: (job) => job.run?.lastOutcome ?? <span className="text-soft">Nothing to do so far</span>,
    },
  ];
  return (
    <Page title="Jobs" lead="What Hourbook does by itself, again and again." width="wide">
      <DataTable caption="Jobs" columns={columns} rows={jobs} rowKey={(job) => job.name} empty={null} />
      {result ? <Refused result={result} /> : null}
      {faults.total > 0 ? <FaultSection faults={faults} timeZone={timeZone} /> : null}
      <Section title="Runs" description="The newest of each job in which something was done or went wrong.">
        <RunTable runs={runs.rows} timeZone={timeZone} />
        <HowMany shown={runs.rows.length} total={runs.total} noun="runs that are kept" parameter={RUNS_PARAMETER} />
      </Section>
    </Page>
  );
}

type Run = Awaited<ReturnType<typeof loader>>["runs"]["rows"][number];

function RunTable({ runs, timeZone }: { runs: Run[]; timeZone: string }) {
  const columns: Column<Run>[] = [
    { key: "job", header: "Job", primary: true, cell: (run) => describeKind(run.job) },
    { key: "at", header: "Began", cell: (run) => formatDateTime(run.startedAt, timeZone) },
    { key: "took", header: "Took", cell: (run) => `${((run.finishedAt - run.startedAt) / 1000).toFixed(1)} s` },
    {
      key: "outcome",
      header: "What came of it",
      cell: (run) => (run.failed ? <Status tone="attention">{`Failed: ${run.outcome}`}</Status> : run.outcome),
    },
  ];
  return (
    <DataTable
      caption="Runs of jobs"
      columns={columns}
      rows={runs}
      rowKey={(run) => run.id}
      empty={<p className="text-soft">None so far.</p>}
    />
  );
}

function JobStatus({ job: { run, isFailing } }: { job: Job }) {
  if (!run?.lastStartedAt) return <Status tone="neutral">Has not run yet</Status>;
  if (isFailing) return <Status tone="attention">Failed</Status>;
  if ((run.lastFinishedAt ?? 0) < run.lastStartedAt) return <Status tone="info">Running</Status>;
  return <Status tone="good">Works</Status>;
}
