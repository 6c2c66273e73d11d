import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileDown, FileText } from "lucide-react";
import { getTranscriptPage, issueOwnTranscript } from "~/desks/educator/transcript-desk.server";
import { IssuedDocuments } from "~/documents/issuing/IssuedDocuments";
import { PeriodFilter } from "~/documents/issuing/PeriodFilter";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { Totals } from "~/documents/checking/Totals";
import { transcriptForm } from "~/documents/issuing/transcript-form";
import { TranscriptLines } from "~/documents/checking/TranscriptLines";
import { TranscriptSections } from "~/documents/checking/TranscriptSections";
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
  return getTranscriptPage(ctx, new URL(request.url).searchParams);
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, transcriptForm);
  if (!form.ok) return form.reply;
  const issued = await issueOwnTranscript(ctx, form.value);
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
  const { period, schoolYears, designations, lines, totals, sections, undrawable } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const [form] = useServerForm({ id: "issue", lastResult: result });
  const refresh = useRefreshAfterDownload();
  return (
    <>
      <PeriodFilter period={period} schoolYears={schoolYears} designations={designations} />
      {period.problem ? <Notice tone="attention" title={period.problem} /> : null}
      {lines.length > 0 ? (
        <>
          <UndrawableNotice characters={[...new Set(undrawable)]} />
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
          <TranscriptSections sections={sections} />
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
