import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { addToInquiry, getMyInquiry, takeBackInquiry } from "~/desks/inquiries/ask.server";
import { Conversation } from "~/desks/inquiries/Conversation";
import { INQUIRY_REFUSALS, INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { myInquiryForm } from "~/desks/inquiries/inquiry-form";
import { InquiryStatus } from "~/desks/inquiries/InquiryStatus";
import { WritingForm } from "~/desks/inquiries/WritingForm";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { newId } from "~/platform/ids";
import { SubmitButton } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Your inquiry");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ ...getMyInquiry(ctx, param(params, "id")), nonce: newId() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const inquiryId = param(params, "id");
  getMyInquiry(ctx, inquiryId);
  const form = await readForm(request, myInquiryForm);
  if (!form.ok) return form.reply;
  const outcome =
    form.value.intent === "add" ? addToInquiry(ctx, { ...form.value, inquiryId }) : takeBackInquiry(ctx, inquiryId);
  if (!outcome.ok) return form.refuse(INQUIRY_REFUSALS[outcome.reason]);
  const said = form.value.intent === "add" ? "Sent." : "You took your inquiry back.";
  throw await redirectWithToast(`/inquiries/${inquiryId}`, said);
}

export default function MyInquiry() {
  const { inquiry, title, offering, entries, nonce } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isAdding = result?.initialValue?.intent === "add";
  return (
    <Page
      title={INQUIRY_WORDS[inquiry.kind].about}
      lead={
        <span className="flex flex-wrap items-center gap-x-3">
          <Link to={`/offerings/${offering.id}`} className="link">
            {title}
          </Link>
          <InquiryStatus state={inquiry.state} />
        </span>
      }
      width="narrow"
      breadcrumbs={[{ label: "What you asked", to: "/inquiries" }]}
    >
      <Refused result={isAdding ? null : result} />
      <Conversation entries={entries} timeZone={offering.timeZone} />
      {inquiry.state === "taken-back" ? null : (
        <Section title="Write again">
          <WritingForm
            key={entries.at(-1)?.id}
            id="add"
            label="What you want to add"
            hint="It goes to the same people."
            nonce={nonce}
            lastResult={isAdding ? result : null}
            submits={[{ label: "Send", intent: "add" }]}
          />
        </Section>
      )}
      {inquiry.state === "open" ? (
        <Form method="post">
          <SubmitButton intent="take-back" variant="secondary">
            Take it back
          </SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
