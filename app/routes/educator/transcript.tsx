import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileDown, FileText } from "lucide-react";
import { listDocuments, summarize } from "~/documents/issuing/document.server";
import { DOCUMENT_KINDS } from "~/documents/issuing/document-kind";
import { IssuedDocuments } from "~/documents/issuing/IssuedDocuments";
import { PeriodFilter } from "~/documents/issuing/PeriodFilter";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { Totals } from "~/documents/checking/Totals";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { listTranscriptLines } from "~/documents/issuing/transcript-content.server";
import { transcriptForm } from "~/documents/issuing/transcript-form";
import { totalsOf } from "~/documents/issuing/transcript-parameters";
import { designationChoices, readPeriod, schoolYearChoices } from "~/documents/issuing/transcript-period";
import { TranscriptLines } from "~/documents/checking/TranscriptLines";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatHours, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { useRefreshAfterDownload } from "~/ui/download";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { EmptyState, Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Transcript");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const period = readPeriod(new URL(request.url).searchParams);
  const all = listTranscriptLines(ctx.db, ctx.actor.personId, { from: null, to: null });
  const { from, to, designation, problem } = period;
  const within = (day: string) => (!from || day >= from) && (!to || day <= to);
  const counts = (codes: { code: string }[]) => !designation || codes.some(({ code }) => code === designation);
  const lines = problem ? [] : all.filter((line) => within(line.completedOn) && counts(line.designations));
  return {
    period,
    schoolYears: schoolYearChoices(all.map((line) => line.completedOn)),
    designations: designationChoices(all.flatMap((line) => line.designations.map(({ code }) => code))),
    hasAny: all.length > 0,
    lines,
    totals: totalsOf(lines),
    documents: listDocuments(ctx.db, ctx.actor.personId, DOCUMENT_KINDS).map(summarize),
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, transcriptForm);
  if (!form.ok) return form.reply;
  const issued = await issueTranscript(ctx, { personId: ctx.actor.personId, ...form.value });
  if (!issued.ok) return form.refuse(DOCUMENT_REFUSALS[issued.reason]);
  return redirectDocument(`/documents/${issued.value.id}?download=1`);
}

export default function Transcript() {
  const { hasAny, documents, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Transcript"
      lead="The official list of your clock hours. Each transcript has a code with which anybody who holds it can check every line."
    >
      {hasAny ? <Preview /> : <NothingYet />}
      {documents.length > 0 ? (
        <Section
          title="Issued documents"
          description="A document is superseded when you download a newer one of the same kind that says something else."
        >
          <IssuedDocuments caption="Issued documents" documents={documents} timeZone={timeZone} />
        </Section>
      ) : null}
    </Page>
  );
}

function Preview() {
  const { period, schoolYears, designations, lines, totals } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const [form] = useServerForm({ id: "issue", lastResult: result });
  const refresh = useRefreshAfterDownload();
  return (
    <>
      <PeriodFilter period={period} schoolYears={schoolYears} designations={designations} />
      {period.problem ? <Notice tone="attention" title={period.problem} /> : null}
      {lines.length > 0 ? (
        <>
          <FormFrame form={form} reloadDocument onSubmit={refresh} className="grid gap-3">
            {period.from ? <Hidden name="from" value={period.from} /> : null}
            {period.to ? <Hidden name="to" value={period.to} /> : null}
            {period.designation ? <Hidden name="designation" value={period.designation} /> : null}
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:[&>button]:w-full">
              <SubmitButton>
                <FileDown aria-hidden size={20} /> Download PDF
              </SubmitButton>
              <p className="text-soft" role="status">
                {plural(lines.length, "course")}, {formatHours(totals.minutes)} clock hours
              </p>
            </div>
          </FormFrame>
          <Section title="What it will say">
            <Totals totals={totals} />
            <TranscriptLines lines={lines} />
          </Section>
        </>
      ) : period.problem ? null : (
        <EmptyState icon={<FileText aria-hidden />} title="No clock hours in this period">
          <p>A transcript needs at least one course. Choose another period.</p>
        </EmptyState>
      )}
    </>
  );
}

function NothingYet() {
  return (
    <EmptyState
      icon={<FileText aria-hidden />}
      title="No clock hours are posted yet"
      action={<LinkButton to="/hours">See my hours</LinkButton>}
    >
      <p>Your transcript begins with the first hours that a registrar has verified and posted.</p>
    </EmptyState>
  );
}
