import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { DOCUMENT_REFUSALS } from "~/documents/issuing/refusal";
import { getIssuedDocument, revokeDocument } from "~/documents/revoking/revocation.server";
import { revocationForm } from "~/documents/revoking/revocation-form";
import { RevokeForm } from "~/documents/revoking/RevokeForm";
import { VerifiedDocument } from "~/documents/checking/VerifiedDocument";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Document");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const { summary, verification } = getIssuedDocument(ctx, param(params, "id"));
  return { summary, verification };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const documentId = param(params, "id");
  getIssuedDocument(ctx, documentId);
  const form = await readForm(request, revocationForm);
  if (!form.ok) return form.reply;
  const outcome = revokeDocument(ctx, { documentId, reason: form.value.reason });
  if (!outcome.ok) return form.refuse(DOCUMENT_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/registrar/documents/${documentId}`, "The document is revoked.");
}

export default function IssuedDocument() {
  const { summary, verification } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title={`${DOCUMENT_KIND_LABELS[summary.kind]} of ${verification.parameters.educator.legalName}`}
      breadcrumbs={[{ label: "Documents", to: "/registrar/documents" }]}
      actions={
        <LinkButton to={`/documents/${summary.id}`} reloadDocument variant="secondary">
          Open PDF
        </LinkButton>
      }
    >
      <VerifiedDocument
        verification={verification}
        contact="The home address and phone stand on the paper. Open the PDF if you need them; that you did is recorded."
      />
      {summary.state === "revoked" ? null : (
        <Section
          title="Revoke this document"
          description="For a document that should not have been issued. It cannot be taken back. Hours are corrected on the claim's page; a new document then supersedes this one by itself."
        >
          <RevokeForm lastResult={result} />
        </Section>
      )}
    </Page>
  );
}
