import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PictureSection } from "~/documents/letterhead/PictureSection";
import { providerDocumentsForm } from "~/documents/letterhead/provider-documents-form";
import { changeProviderDocuments, getProviderDocuments } from "~/documents/letterhead/provider-documents.server";
import { SigningKeys } from "~/documents/signing/SigningKeys";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Documents of a provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getProviderDocuments(await requireRole(request, "admin"), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, providerDocumentsForm);
  if (!form.ok) return form.reply;
  const outcome = await changeProviderDocuments(ctx, param(params, "id"), form.value);
  if (!outcome.ok) return form.refuse(outcome.words);
  throw await redirectWithToast(`/admin/providers/${params.id}/documents`, outcome.said);
}

export default function ProviderDocuments() {
  const { provider, seal, signature, keys } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const pictureResult = (kind: string) => (result?.initialValue?.kind === kind ? result : null);
  return (
    <Page
      title={`Documents of ${provider.name}`}
      lead="What its transcripts, certificates and forms show. What was issued before keeps what it shows."
      breadcrumbs={[
        { label: "Providers", to: "/admin/providers" },
        { label: provider.name, to: `/admin/providers/${provider.id}` },
      ]}
    >
      <Designee result={result?.initialValue?.intent === "designee" ? result : null} />
      <PictureSection
        kind="seal"
        title="Seal"
        description="Stands at the head of every document."
        shown={seal}
        alt={`Seal of ${provider.name}`}
        lastResult={pictureResult("seal")}
      />
      <PictureSection
        kind="signature"
        title="Signature"
        description="The designee’s, as a picture. Without one, documents say “/s/” and the name."
        shown={signature}
        alt={`Signature of ${provider.designeeName ?? provider.name}`}
        lastResult={pictureResult("signature")}
      />
      <SigningKeys keys={keys} timeZone={provider.timeZone} />
    </Page>
  );
}

function Designee({
  result,
}: {
  result: NonNullable<ReturnType<typeof useActionData<typeof action>>>["result"] | null;
}) {
  const { provider } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ designeeName: string; designeeTitle: string; address: string }>({
    id: "designee",
    lastResult: result,
    defaultValue: provider,
  });
  return (
    <Section title="Letterhead and designee" description="Who signs for the provider.">
      <FormFrame form={form} className="grid max-w-lg gap-4">
        <TextField field={fields.designeeName} label="Designee’s name" required autoComplete="off" />
        <TextField field={fields.designeeTitle} label="Designee’s title" required autoComplete="off" />
        <TextField field={fields.address} label="Address on the letterhead" autoComplete="off" />
        <div>
          <SubmitButton intent="designee">Save the designee</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
