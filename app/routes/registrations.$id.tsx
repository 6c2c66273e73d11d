import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireEducator } from "~/people/permission.server";
import { formatDateTime, formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/form.server";
import { pageTitle } from "~/platform/page-title";
import { notFound } from "~/platform/responses.server";
import { redirectWithToast } from "~/platform/toast.server";
import { REGISTRATION_REFUSALS } from "~/registration/refusal";
import { RegistrationAction } from "~/registration/RegistrationAction";
import { getMyRegistration } from "~/registration/registration-page.server";
import { withdraw } from "~/registration/registration.server";
import { RegistrationStatus } from "~/registration/RegistrationStatus";
import { changeInWords } from "~/registration/registration-words";
import { acceptOffer, declineOffer } from "~/registration/waitlist.server";
import { Facts, Page, Section } from "~/ui/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Registration");

const registrationForm = z.object({ intent: z.enum(["accept", "decline", "withdraw"]) });

const COMMANDS = {
  accept: { run: acceptOffer, said: "The seat is yours." },
  decline: { run: declineOffer, said: "You gave the seat back. It goes to the next person." },
  withdraw: { run: withdraw, said: "You withdrew. Your place is free for somebody else." },
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ ...getMyRegistration(ctx, params.id!), now: ctx.now });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, registrationForm);
  if (!form.ok) return form.reply;
  const { run, said } = COMMANDS[form.value.intent];
  const outcome = run(ctx, params.id!);
  if (!outcome.ok && outcome.reason === "unknown-registration") throw notFound();
  if (!outcome.ok) return form.refuse(REGISTRATION_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/registrations/${outcome.value.id}`, said);
}

export default function RegistrationPage() {
  const { registration, offering, title, sessions, position, seats, changes, withdrawBy, now } =
    useLoaderData<typeof loader>();
  return (
    <Page title={title} breadcrumbs={[{ label: "My registrations", to: "/registrations" }]}>
      <Refused result={useActionData<typeof action>()?.result} />
      <div className="grid gap-4">
        <div role="status">
          <RegistrationStatus
            status={registration.status}
            position={position}
            offerExpiresAt={registration.offerExpiresAt}
            timeZone={offering.timeZone}
          />
        </div>
        <RegistrationAction
          status={registration.status}
          title={title}
          timeZone={offering.timeZone}
          offerExpiresAt={registration.offerExpiresAt}
          position={position}
          seats={seats}
          withdrawBy={withdrawBy}
          now={now}
        />
      </div>
      <Section title="When and where">
        <Facts
          items={[
            {
              label: "Sessions",
              value: (
                <ul className="grid gap-1">
                  {sessions.map((session) => (
                    <li key={session.id}>
                      {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}
                      {session.place ? `, ${session.place}` : ""}
                      {session.link ? (
                        <>
                          {" · "}
                          <a href={session.link} className="link">
                            Join online
                          </a>
                        </>
                      ) : null}
                    </li>
                  ))}
                </ul>
              ),
            },
            { label: "Where", value: [offering.place, offering.address].filter(Boolean).join(", ") },
            {
              label: "Online",
              value: offering.link ? (
                <a href={offering.link} className="link">
                  Join online
                </a>
              ) : null,
            },
            {
              label: "Offering",
              value: (
                <Link to={`/offerings/${offering.id}`} className="link">
                  {offering.inServiceNumber ?? title}
                </Link>
              ),
            },
          ]}
        />
      </Section>
      <Section title="History">
        <ol className="grid gap-2">
          {changes.map((change) => (
            <li key={change.id} className="grid gap-x-6 sm:grid-cols-[17rem_minmax(0,1fr)]">
              <span className="text-soft tabular-nums">{formatDateTime(change.at, offering.timeZone)}</span>
              <span>{changeInWords(change)}</span>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
