import { VersionFields } from "~/ui/fields/VersionFields";
import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { type Stale, staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PictureSection } from "~/documents/letterhead/PictureSection";
import { providerDocumentsForm } from "~/documents/letterhead/provider-documents-form";
import { findProvider } from "~/catalog/providers/provider.server";
import {
  changeProviderDocuments,
  getProviderDocuments,
  setDesignee,
  toLetterheadDraft,
} from "~/documents/letterhead/provider-documents.server";
import { SigningKeys } from "~/documents/signing/SigningKeys";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Documents of a provider");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = getProviderDocuments(await requireRole(request, "admin"), param(params, "id"));
  return data({ ...found, base: writeBase(toLetterheadDraft(found.provider)) });
}

const CHANGES = ["provider.added", "provider.designee-changed"];

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const providerId = param(params, "id");
  const fields = await readFields(request, providerDocumentsForm);
  const saved = saveVersioned(
    ctx,
    fields,
    providerDocumentsForm,
    (tx) => {
      const row = fields.get("intent") === "designee" ? findProvider(tx, providerId) : null;
      return row && { draft: toLetterheadDraft(row), change: () => findLastChange(tx, providerId, CHANGES) };
    },
    (value) =>
      value.intent === "designee" && findProvider(ctx.db, providerId) ? setDesignee(ctx, providerId, value) : null,
  );
  if (saved.reply) return saved.reply;
  const { form, answer } = saved;
  const outcome = answer ?? (await changeProviderDocuments(ctx, providerId, form.value, form.once));
  if (!outcome.ok) return form.refuse(outcome.words);
  throw await redirectWithToast(`/admin/providers/${params.id}/documents`, outcome.said);
}

export default function ProviderDocuments() {
  const { provider, seal, signature, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
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
      <Designee result={result?.initialValue?.intent === "designee" ? result : null} stale={staleIn(answer)} />
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
      {keys.map(({ purpose, rows }) => (
        <SigningKeys key={purpose} purpose={purpose} keys={rows} timeZone={provider.timeZone} />
      ))}
    </Page>
  );
}

/** What the fields are called that a collision names. */
const LABELS = {
  designeeName: "Designee’s name",
  designeeTitle: "Designee’s title",
  address: "Address on the letterhead",
};

function Designee({
  result,
  stale,
}: {
  stale: Stale | null;
  result: NonNullable<ReturnType<typeof useActionData<typeof action>>>["result"] | null;
}) {
  const { provider, base } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ designeeName: string; designeeTitle: string; address: string }>({
    id: "designee",
    lastResult: result,
    defaultValue: provider,
  });
  return (
    <Section title="Letterhead and designee" description="Who signs for the provider.">
      <FormFrame form={form} className="grid max-w-lg gap-4">
        <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
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
