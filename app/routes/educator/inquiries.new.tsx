import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProviderContact } from "~/catalog/providers/ProviderContact";
import { contactFor } from "~/catalog/providers/contact";
import { getProvider } from "~/catalog/providers/provider.server";
import { ask, getNewInquiry } from "~/desks/inquiries/ask.server";
import { INQUIRY_KINDS, INQUIRY_REFUSALS, INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { askForm } from "~/desks/inquiries/inquiry-form";
import { WritingForm } from "~/desks/inquiries/WritingForm";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { newId } from "~/platform/ids";
import { LinkButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Ask");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { searchParams } = new URL(request.url);
  const kind = INQUIRY_KINDS.find((each) => each === searchParams.get("about")) ?? "offering";
  const { waiting, offering, ...found } = getNewInquiry(ctx, kind, searchParams.get("offering") ?? "");
  if (waiting) throw redirect(`/inquiries/${waiting}`);
  return data({
    ...found,
    kind,
    offeringId: offering.id,
    contact: contactFor(offering, getProvider(ctx.db, offering.providerId)),
    nonce: newId(),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, askForm);
  if (!form.ok) return form.reply;
  const outcome = ask(ctx, form.value);
  if (!outcome.ok) return form.refuse(INQUIRY_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/inquiries/${outcome.value.id}`, "Sent. The answer comes here and by mail.");
}

export default function NewInquiry() {
  const { kind, title, offeringId, allowed, contact, nonce } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const words = INQUIRY_WORDS[kind];
  return (
    <Page
      title={words.ask}
      lead={title}
      width="narrow"
      breadcrumbs={[{ label: "Offering", to: `/offerings/${offeringId}` }]}
    >
      {allowed ? (
        <WritingForm
          id="ask"
          label="What would you like to know?"
          hint={words.hint}
          nonce={nonce}
          lastResult={result}
          submits={[{ label: "Send" }]}
        >
          <Hidden name="kind" value={kind} />
          <Hidden name="offeringId" value={offeringId} />
        </WritingForm>
      ) : (
        <Notice
          tone="info"
          title="There is nothing of yours here to ask about"
          action={
            <LinkButton to={`/inquiries/new?offering=${offeringId}`} variant="secondary" size="sm">
              {INQUIRY_WORDS.offering.ask}
            </LinkButton>
          }
        >
          <p>{INQUIRY_REFUSALS["not-yours-to-ask"]}</p>
        </Notice>
      )}
      <ProviderContact contact={contact} />
    </Page>
  );
}
