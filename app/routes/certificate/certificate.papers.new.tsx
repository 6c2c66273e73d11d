import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { certificateForm } from "~/renewal/certificates/certificate-form";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { CertificateFields } from "~/renewal/certificates/CertificateFields";
import { findEarlierLastDay, wordsOfRefusal } from "~/renewal/certificates/papers-page.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Enter a certificate");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ expiresOn: findEarlierLastDay(ctx) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, certificateForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "certificate", form.once, () => addCertificate(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/certificate", "Saved.");
  const { words, field } = wordsOfRefusal(outcome.reason, outcome.detail);
  return form.refuse(words, field);
}

export default function NewCertificate() {
  const { expiresOn } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Enter a certificate"
      lead="Once, from the paper. It decides which hours count, and until when you need them."
      breadcrumbs={[
        { label: "My certificate", to: "/certificate" },
        { label: "What your papers say", to: "/certificate/papers" },
      ]}
    >
      <CertificateFields draft={{ expiresOn }} lastResult={useActionData<typeof action>()?.result} base={null} />
    </Page>
  );
}
