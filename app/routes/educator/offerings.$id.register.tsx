import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getPublicOffering } from "~/desks/public/public-catalog.server";
import { AskLink } from "~/desks/inquiries/AskLink";
import { requireEducator } from "~/people/roles/permission.server";
import { formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Clashes } from "~/registration/seats/Clashes";
import { readRegistering } from "~/desks/public/offering-page.server";
import { QuestionFields } from "~/registration/mine/QuestionFields";
import { REGISTRATION_REFUSALS, refusedField } from "~/registration/seats/refusal";
import { registerForm } from "~/registration/seats/registration-form";
import { registeredInWords } from "~/registration/seats/registration-words";
import { register } from "~/registration/seats/registration.server";
import { Seats } from "~/registration/seats/Seats";
import { CommitmentFacts, labelWithPrice } from "~/registration/seats/CommitmentFacts";
import { availabilityOf } from "~/registration/seats/seats";
import { SupervisorField } from "~/registration/approval/SupervisorField";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Facts, Page, StickyActions } from "~/ui/frame/Page";

export const meta = () => pageTitle("Register");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { offering, course, sessions, policy } = getPublicOffering(ctx.db, param(params, "id"));
  const registering = readRegistering(ctx, { offering, policy });
  if (registering.mine) throw redirect(`/registrations/${registering.mine.id}`);
  return data({
    ...registering,
    offering,
    title: course.title,
    sessions,
    now: ctx.now,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, registerForm);
  if (!form.ok) return form.reply;
  const { offering } = getPublicOffering(ctx.db, param(params, "id"));
  const outcome = once(ctx, "registration", form.once, () => register(ctx, { ...form.value, offeringId: offering.id }));
  if (!outcome.ok) return form.refuse(REGISTRATION_REFUSALS[outcome.reason], refusedField(outcome));
  throw await redirectWithToast(`/registrations/${outcome.value.id}`, registeredInWords(outcome.value.status));
}

interface RegisterFields extends Record<string, unknown> {
  supervisorEmail: string;
  answers: Record<string, string>;
}

export default function Register() {
  const loaded = useLoaderData<typeof loader>();
  const { offering, title, sessions, seats, eligibility, clashes, questions, supervisorHours } = loaded;
  const [form, fields] = useServerForm<RegisterFields>({
    id: "register",
    lastResult: useActionData<typeof action>()?.result,
  });
  const availability = availabilityOf(seats);
  const possible = eligibility.window === "open" && availability !== "full";
  return (
    <Page
      title="Register"
      lead={title}
      breadcrumbs={[
        { label: "Catalog", to: "/catalog" },
        { label: "Offering", to: `/offerings/${offering.id}` },
      ]}
      width="narrow"
      actions={<AskLink about="offering" offeringId={offering.id} />}
    >
      <Clashes clashes={clashes} />
      <Facts
        items={[
          {
            label: "Sessions",
            value: (
              <ul>
                {sessions.map((session) => (
                  <li key={session.id}>
                    {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: "Where", value: [offering.place, offering.address].filter(Boolean).join(", ") },
          { label: "Seats", value: <Seats counts={seats} /> },
        ]}
      />
      <CommitmentFacts {...offering} {...loaded} />
      <FormFrame form={form}>
        <QuestionFields questions={questions} answers={fields.answers} />
        {supervisorHours === null ? null : <SupervisorField field={fields.supervisorEmail} hours={supervisorHours} />}
        <StickyActions>
          {possible ? (
            <SubmitButton>
              {availability === "open" ? labelWithPrice("Register", offering.priceCents) : "Join the waitlist"}
            </SubmitButton>
          ) : null}
          <LinkButton to={`/offerings/${offering.id}`} variant="secondary">
            Back to the offering
          </LinkButton>
        </StickyActions>
      </FormFrame>
    </Page>
  );
}
