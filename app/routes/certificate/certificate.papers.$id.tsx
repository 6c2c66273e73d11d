import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { certificatePageForm } from "~/renewal/certificates/certificate-form";
import { CERTIFICATE_KIND_WORDS } from "~/renewal/certificates/educator-certificate";
import {
  changeCertificate,
  findCertificate,
  removeCertificate,
  toCertificateDraft,
} from "~/renewal/certificates/educator-certificate.server";
import { CertificateFields } from "~/renewal/certificates/CertificateFields";
import { findLastPaperChange, wordsOfRefusal } from "~/renewal/certificates/papers-page.server";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Correct a certificate");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const row = findCertificate(ctx.db, ctx.actor.personId, param(params, "id"));
  if (!row) throw notFound();
  const draft = toCertificateDraft(row);
  return data({ draft, base: writeBase({ ...draft }) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const { personId } = ctx.actor;
  const id = param(params, "id");
  if (!findCertificate(ctx.db, personId, id)) throw notFound();
  const fields = await readFields(request, certificatePageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    certificatePageForm,
    (tx) => {
      const row = fields.get("intent") === "save-certificate" ? findCertificate(tx, personId, id) : null;
      return row && { draft: { ...toCertificateDraft(row) }, change: () => findLastPaperChange(tx, personId) };
    },
    (value) => (value.intent === "remove-certificate" ? removeCertificate(ctx, id) : changeCertificate(ctx, id, value)),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (outcome.ok) {
    const isGone = form.value.intent === "remove-certificate";
    throw await redirectWithToast("/certificate/papers", isGone ? "Removed." : "Saved.");
  }
  const { words, field } = wordsOfRefusal(outcome.reason, outcome.detail);
  return form.refuse(words, field);
}

export default function CorrectCertificate() {
  const { draft, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save-certificate";
  const name = CERTIFICATE_KIND_WORDS[draft.kind];
  return (
    <Page
      title="Correct a certificate"
      breadcrumbs={[
        { label: "My certificate", to: "/certificate" },
        { label: "What your papers say", to: "/certificate/papers" },
      ]}
    >
      {isSave ? null : <Refused result={result} />}
      <CertificateFields draft={draft} lastResult={isSave ? result : null} base={base} stale={staleIn(answer)} />
      <Section title="A mistake?" description="If you do not hold it, take it off. The history keeps what you entered.">
        <div>
          <ConfirmDialog
            trigger="Remove this certificate"
            title={`Remove the certificate “${name}”?`}
            intent="remove-certificate"
            confirmLabel="Remove"
          >
            <p>What you need is reckoned without it from then on. Your hours stay as they are.</p>
          </ConfirmDialog>
        </div>
      </Section>
    </Page>
  );
}
