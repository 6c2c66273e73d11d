import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileArchive, FileDown, FileText } from "lucide-react";
import { answerPack } from "~/desks/renewal/audit-pack.server";
import { getApplicationPage } from "~/desks/renewal/application-desk.server";
import { TranscriptLines } from "~/documents/checking/TranscriptLines";
import { TranscriptSections } from "~/documents/checking/TranscriptSections";
import { IssuedDocuments } from "~/documents/issuing/IssuedDocuments";
import { describeWindow } from "~/documents/issuing/period-words";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { applicationForm } from "~/renewal/summary/application-form";
import { issueRenewalSummary } from "~/renewal/summary/renewal-summary.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { useRefreshAfterDownload } from "~/ui/download";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("For my application");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ page: getApplicationPage(await requireEducator(request)) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, applicationForm);
  if (!form.ok) return form.reply;
  if (form.value.intent !== "summary")
    return (
      (await answerPack(ctx, form.value.intent)) ??
      form.refuse("Your documents are being packed already, or you have not entered a certificate.")
    );
  const issued = await issueRenewalSummary(ctx);
  if (!issued.ok)
    return form.refuse(
      issued.reason === "no-credits" ? "Enter first what your certificate says." : DOCUMENT_REFUSALS[issued.reason],
    );
  return redirectDocument(`/documents/${issued.value.id}?download=1`);
}

export default function Application() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <Page
      title="For my application"
      lead="Your hours in the order in which the state’s application asks for them, as a signed document that anybody can check."
      breadcrumbs={[{ label: "My certificate", to: "/certificate" }]}
    >
      {page ? <Summary page={page} /> : <NothingEntered />}
    </Page>
  );
}

function Summary({ page }: { page: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["page"]> }) {
  const { window, before, lines, sections, undrawable, documents, timeZone } = page;
  const result = useActionData<typeof action>()?.result;
  const ofSummary = result?.initialValue?.intent === "summary";
  const [form] = useServerForm({ id: "summary", lastResult: ofSummary ? result : null });
  const [pack] = useServerForm({ id: "pack", lastResult: ofSummary ? null : result });
  const refresh = useRefreshAfterDownload();
  return (
    <>
      <UndrawableNotice characters={undrawable} />
      <FormFrame form={form} reloadDocument onSubmit={refresh} className="grid gap-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:[&>button]:w-full">
          <SubmitButton intent="summary">
            <FileDown aria-hidden size={20} /> Download the summary
          </SubmitButton>
          <p className="text-soft">Hours count {describeWindow(window).toLowerCase()}.</p>
        </div>
      </FormFrame>
      <Section
        title="If you are audited"
        description="Everything of your cycle at once: certificates, forms and evidence with an index in the order of the requirements. What is missing stands on its first page, and each file is checked while it is packed. The first time takes up to a minute."
      >
        <FormFrame
          form={pack}
          reloadDocument
          onSubmit={refresh}
          className="flex flex-wrap gap-3 max-sm:[&>button]:w-full"
        >
          <SubmitButton intent="pack" variant="secondary">
            <FileArchive aria-hidden size={20} /> Pack everything as a ZIP
          </SubmitButton>
          <SubmitButton intent="bound-pack" variant="secondary">
            <FileText aria-hidden size={20} /> Everything as one PDF
          </SubmitButton>
        </FormFrame>
      </Section>
      <TranscriptSections sections={before} />
      <Section title="Clock hours earned">
        <TranscriptLines lines={lines} />
      </Section>
      <TranscriptSections sections={sections} />
      {documents.length > 0 ? (
        <Section
          title="Issued summaries"
          description="A newer one that says something else takes the place of the last."
        >
          <IssuedDocuments caption="Issued summaries" documents={documents} timeZone={timeZone} />
        </Section>
      ) : null}
    </>
  );
}

function NothingEntered() {
  return (
    <EmptyState
      title="What do you renew?"
      action={<LinkButton to="/certificate/papers/new">Enter your certificate</LinkButton>}
    >
      <p>Say once what the paper says. The summary is made from that and from your posted hours.</p>
    </EmptyState>
  );
}
