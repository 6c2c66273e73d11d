import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireEducator } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { qualificationForm } from "~/renewal/certificates/certificate-form";
import { CertificateList } from "~/renewal/certificates/CertificateList";
import { findLastPaperChange, getPapersPage } from "~/renewal/certificates/papers-page.server";
import {
  getQualifications,
  saveQualifications,
  toQualificationDraft,
} from "~/renewal/certificates/qualification.server";
import { QualificationFields } from "~/renewal/certificates/QualificationFields";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("What your papers say");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const page = getPapersPage(ctx);
  return data({ ...page, base: writeBase({ ...toQualificationDraft(page.qualifications) }) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const { personId } = ctx.actor;
  const saved = saveVersioned(
    ctx,
    await readFields(request, qualificationForm),
    qualificationForm,
    (tx) => ({
      draft: { ...toQualificationDraft(getQualifications(tx, personId)) },
      change: () => findLastPaperChange(tx, personId),
    }),
    (value) => saveQualifications(ctx, value),
  );
  if (saved.reply) return saved.reply;
  throw await redirectWithToast("/certificate", "Saved.");
}

export default function Papers() {
  const { certificates, qualifications, history, today, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const add = <LinkButton to="/certificate/papers/new">Enter a certificate</LinkButton>;
  return (
    <Page
      title="What your papers say"
      lead="This is your own word: Hourbook reckons with it, and nobody here checks it."
      breadcrumbs={[{ label: "My certificate", to: "/certificate" }]}
    >
      <Section
        title="Certificates"
        description="After a renewal, enter the new paper as a certificate of its own; the earlier one stays as history."
        actions={certificates.length > 0 ? add : null}
      >
        {certificates.length === 0 ? (
          <EmptyState title="No certificate yet" action={add}>
            Have the paper at hand, or the page of your certificates in the state’s E-Certification.
          </EmptyState>
        ) : (
          <CertificateList certificates={certificates} today={today} />
        )}
      </Section>
      <Section title="Endorsements and National Board">
        <QualificationFields draft={qualifications} lastResult={answer?.result} base={base} stale={staleIn(answer)} />
      </Section>
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
