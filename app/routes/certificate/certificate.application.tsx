import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FileArchive, FileDown, FileText } from "lucide-react";
import { getApplicationPage } from "~/desks/renewal/application-desk.server";
import { TranscriptLines } from "~/documents/checking/TranscriptLines";
import { TranscriptSections } from "~/documents/checking/TranscriptSections";
import { IssuedDocuments } from "~/documents/issuing/IssuedDocuments";
import { describeWindow } from "~/documents/issuing/period-words";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { requireEducator } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { issueRenewalSummary } from "~/renewal/summary/renewal-summary.server";
import { buttonLook, LinkButton, SubmitButton } from "~/ui/Button";
import { useRefreshAfterDownload } from "~/ui/download";
import { EmptyState, Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("For my application");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ page: getApplicationPage(await requireEducator(request)) });
}

/** Issues the summary, and sends its file. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const issued = await issueRenewalSummary(ctx);
  if (!issued.ok) return data({ refused: issued.reason }, { status: 409 });
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
  const refused = useActionData<typeof action>()?.refused;
  const refresh = useRefreshAfterDownload();
  return (
    <>
      {refused ? <Notice tone="danger" title={DOCUMENT_REFUSALS[refused]} /> : null}
      <UndrawableNotice characters={undrawable} />
      <Form method="post" reloadDocument onSubmit={refresh}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:[&>button]:w-full">
          <SubmitButton>
            <FileDown aria-hidden size={20} /> Download the summary
          </SubmitButton>
          <p className="text-soft">Hours of {describeWindow(window)}.</p>
        </div>
      </Form>
      <PackSection />
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

function PackSection() {
  return (
    <Section
      title="If you are audited"
      description="Everything of your cycle at once: certificates, forms and evidence, with an index in the order of the requirements. What is missing stands on its first page, and each file is checked while it is packed. The first time takes up to a minute."
    >
      <form method="post" action="/certificate/pack" className="flex flex-wrap gap-3 max-sm:[&>button]:w-full">
        <button name="as" value="zip" {...buttonLook({ variant: "secondary" })}>
          <FileArchive aria-hidden size={20} /> Everything as a ZIP
        </button>
        <button name="as" value="pdf" {...buttonLook({ variant: "secondary" })}>
          <FileText aria-hidden size={20} /> Everything as one PDF
        </button>
      </form>
    </Section>
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
