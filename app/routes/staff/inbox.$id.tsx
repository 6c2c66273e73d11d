import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ANSWERED, runAnswer } from "~/desks/inquiries/answer-action.server";
import { listAttendanceOf } from "~/desks/inquiries/correct-attendance.server";
import { getInboxInquiry } from "~/desks/inquiries/inbox.server";
import { QuestionedAttendance } from "~/desks/inquiries/QuestionedAttendance";
import { Conversation } from "~/desks/inquiries/Conversation";
import { INQUIRY_REFUSALS, INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { answerForm } from "~/desks/inquiries/inquiry-form";
import { InquiryStatus } from "~/desks/inquiries/InquiryStatus";
import { WritingForm } from "~/desks/inquiries/WritingForm";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireActor } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { newId } from "~/platform/ids";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import { Facts, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Inquiry");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const found = getInboxInquiry(ctx, param(params, "id"));
  const { kind, offeringId } = found.inquiry;
  const attendance = kind === "attendance" ? listAttendanceOf(ctx.db, offeringId, found.personId) : [];
  return data({ ...found, attendance, nonce: newId() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const inquiryId = param(params, "id");
  getInboxInquiry(ctx, inquiryId);
  const form = await readForm(request, answerForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "answer", form.once, () => runAnswer(ctx, { ...form.value, inquiryId }));
  if (!outcome.ok)
    return form.refuse(INQUIRY_REFUSALS[outcome.reason], outcome.reason === "backwards" ? "until" : undefined);
  throw await redirectWithToast(`/inbox/${inquiryId}`, ANSWERED[form.value.intent]);
}

export default function InboxInquiry() {
  const { inquiry, personId, name, title, offering, registrationStatus, entries, attendance, nonce } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const canEnd = inquiry.kind === "cancel" && registrationStatus === "registered";
  return (
    <Page title={`Inquiry of ${name}`} lead={title} breadcrumbs={[{ label: "Inquiries", to: "/inbox" }]}>
      <Facts
        items={[
          { label: "From", value: <PersonLink personId={personId} name={name} /> },
          { label: "About", value: INQUIRY_WORDS[inquiry.kind].about },
          { label: "Status", value: <InquiryStatus state={inquiry.state} /> },
          { label: "In-service number", value: offering.inServiceNumber },
          {
            label: "Registration",
            value: registrationStatus ? (
              <RegistrationStatus
                status={registrationStatus}
                position={null}
                offerExpiresAt={null}
                timeZone={offering.timeZone}
              />
            ) : null,
          },
        ]}
      />
      <Conversation entries={entries} timeZone={offering.timeZone} />
      <QuestionedAttendance
        open={inquiry.state === "open"}
        sessions={attendance}
        about={{ offeringId: offering.id, personId }}
        nonce={nonce}
        lastResult={result?.initialValue?.intent === "correct-attendance" ? result : null}
      />
      {inquiry.state === "taken-back" ? null : (
        <Section title={titleOfAnswer(inquiry)}>
          <WritingForm
            key={entries.at(-1)?.id}
            id="answer"
            label="Your answer"
            hint={
              inquiry.kind === "attendance"
                ? "Say why nothing is corrected. It goes to the person by mail, and they can sign for the hours as they are."
                : canEnd
                  ? "It goes to the person by mail. Where you end the registration, it is the reason that its history shows."
                  : "It goes to the person by mail and stands here."
            }
            nonce={nonce}
            lastResult={result?.initialValue?.intent === "correct-attendance" ? null : result}
            submits={[
              {
                label: inquiry.kind === "attendance" ? "Leave it as it is, and answer" : "Send the answer",
                quiet: inquiry.kind === "attendance",
                intent: "answer",
              },
              ...(canEnd ? [{ label: "End the registration and send", intent: "end-registration" }] : []),
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

function titleOfAnswer({ kind, state }: { kind: string; state: string }): string {
  if (state !== "open") return "Answer again";
  return kind === "attendance" ? "Or leave it as it is" : "Answer";
}
