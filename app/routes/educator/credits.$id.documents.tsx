import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import {
  getCreditForDocuments,
  issueCertificate,
  issueRegistrationForm,
} from "~/documents/issuing/credit-document.server";
import { creditDocumentsForm } from "~/documents/issuing/credit-documents-form";
import { summarize } from "~/documents/issuing/document.server";
import { IssuedDocuments } from "~/documents/issuing/IssuedDocuments";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { dayOf, formatClockHours } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { SubmitButton } from "~/ui/Button";
import { useRefreshAfterDownload } from "~/ui/download";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Documents");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { credit, documents, name, isOwn, undrawable } = getCreditForDocuments(ctx, param(params, "id"));
  return data({
    title: credit.snapshot.course.title,
    minutes: credit.minutes,
    completedOn: credit.completedOn,
    claimId: credit.claimId,
    name,
    isOwn,
    undrawable: [...new Set(undrawable)],
    documents: documents.map(summarize),
    timeZone: getHomeProvider(ctx.db).timeZone,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const creditId = param(params, "id");
  const form = await readForm(request, creditDocumentsForm);
  if (!form.ok) return form.reply;
  const issued =
    form.value.intent === "certificate"
      ? await issueCertificate(ctx, creditId)
      : await issueRegistrationForm(ctx, { creditId, address: form.value.address });
  if (!issued.ok && issued.reason === "unknown-credit") throw notFound();
  if (!issued.ok) return form.refuse(DOCUMENT_REFUSALS[issued.reason]);
  return redirectDocument(`/documents/${issued.value.id}?download=1`);
}

export default function CreditDocuments() {
  const { title, minutes, completedOn, claimId, name, isOwn, undrawable, documents, timeZone } =
    useLoaderData<typeof loader>();
  const up = isOwn
    ? { label: "My hours", to: "/hours" }
    : { label: `Claim of ${name}`, to: `/registrar/claims/${claimId}` };
  return (
    <Page
      title="Documents"
      lead={`${title}: ${formatClockHours(minutes)}, completed ${dayOf(completedOn)}${isOwn ? "" : `, by ${name}`}.`}
      breadcrumbs={[up]}
    >
      <UndrawableNotice characters={undrawable} whose={isOwn ? "your documents" : `the documents of ${name}`} />
      <Download
        intent="certificate"
        heading="Certificate"
        description="One page about this credit, signed by the provider, with a code that anybody can check."
        button="Download certificate"
      />
      <Download
        intent="registration-form"
        heading="Registration form (SPI 1125 equivalent)"
        description="The in-service registration form for this credit, filled in from the record."
        button="Download form"
      />
      {documents.length > 0 ? (
        <Section title="Issued documents">
          <IssuedDocuments caption="Issued documents" documents={documents} timeZone={timeZone} />
        </Section>
      ) : null}
    </Page>
  );
}

interface DownloadProps {
  intent: "certificate" | "registration-form";
  heading: string;
  description: string;
  button: string;
}

function Download({ intent, heading, description, button }: DownloadProps) {
  const result = useActionData<typeof action>()?.result;
  const lastResult = result?.initialValue?.intent === intent ? result : null;
  const [form, fields] = useServerForm<{ address: string }>({ id: intent, lastResult });
  const refresh = useRefreshAfterDownload();
  return (
    <Section title={heading} description={description}>
      <FormFrame form={form} reloadDocument onSubmit={refresh} className="grid max-w-lg gap-4">
        {intent === "registration-form" ? (
          <TextField
            field={fields.address}
            label="Mailing address"
            hint="Printed on this form only and kept nowhere else. Leave it empty to write it by hand."
            autoComplete="street-address"
            maxLength={300}
          />
        ) : null}
        <div>
          <SubmitButton intent={intent} variant={intent === "certificate" ? "primary" : "secondary"}>
            <FileDown aria-hidden size={20} /> {button}
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
