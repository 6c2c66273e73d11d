import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { priceInWords } from "~/catalog/price";
import { getPublicOffering } from "~/catalog/public-catalog.server";
import { requireEducator } from "~/people/permission.server";
import { formatDateTime, formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/form.server";
import { pageTitle } from "~/platform/page-title";
import { redirectWithToast } from "~/platform/toast.server";
import { REGISTRATION_REFUSALS } from "~/registration/refusal";
import { register } from "~/registration/registration.server";
import { countSeats, findLiveRegistration } from "~/registration/registration-row.server";
import { Seats } from "~/registration/Seats";
import { availabilityOf } from "~/registration/seats";
import { registrationWindowAt, selfCancelDeadline } from "~/registration/window";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/form";
import { Facts, Page, StickyActions } from "~/ui/Page";

export const meta = () => pageTitle("Register");

const registerForm = z.object({});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { offering, course, sessions, policy } = getPublicOffering(ctx.db, params.id!);
  const mine = findLiveRegistration(ctx.db, offering.id, ctx.actor.personId);
  if (mine) throw redirect(`/registrations/${mine.id}`);
  return data({
    offering,
    title: course.title,
    sessions,
    seats: countSeats(ctx.db, offering.id),
    window: registrationWindowAt(offering, ctx.now),
    withdrawBy: selfCancelDeadline(offering.startsAt!, policy.cancelDays),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, registerForm);
  if (!form.ok) return form.reply;
  const { offering } = getPublicOffering(ctx.db, params.id!);
  const outcome = register(ctx, { offeringId: offering.id });
  if (!outcome.ok) return form.refuse(REGISTRATION_REFUSALS[outcome.reason]);
  const said = outcome.value.status === "registered" ? "You have a seat." : "You are on the waitlist.";
  throw await redirectWithToast(`/registrations/${outcome.value.id}`, said);
}

export default function Register() {
  const { offering, title, sessions, seats, window, withdrawBy } = useLoaderData<typeof loader>();
  const [form] = useServerForm({ id: "register", lastResult: useActionData<typeof action>()?.result });
  const availability = availabilityOf(seats);
  const possible = window === "open" && availability !== "full";
  return (
    <Page
      title="Register"
      lead={title}
      breadcrumbs={[
        { label: "Catalog", to: "/catalog" },
        { label: "Offering", to: `/offerings/${offering.id}` },
      ]}
      width="narrow"
    >
      <Facts
        items={[
          {
            label: "Sessions",
            value: (
              <ul>
                {sessions.map((session) => (
                  <li key={session.id}>{formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}</li>
                ))}
              </ul>
            ),
          },
          { label: "Where", value: [offering.place, offering.address].filter(Boolean).join(", ") },
          { label: "Price", value: priceInWords(offering.priceCents) },
          { label: "Seats", value: <Seats counts={seats} /> },
          { label: "Cancel by yourself until", value: formatDateTime(withdrawBy, offering.timeZone) },
        ]}
      />
      <FormFrame form={form}>
        <StickyActions>
          {possible ? <SubmitButton>{availability === "open" ? "Register" : "Join the waitlist"}</SubmitButton> : null}
          <LinkButton to={`/offerings/${offering.id}`} variant="secondary">
            Back to the offering
          </LinkButton>
        </StickyActions>
      </FormFrame>
    </Page>
  );
}
