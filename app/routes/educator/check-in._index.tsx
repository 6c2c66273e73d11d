import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckInForm } from "~/attendance/check-in/CheckInForm";
import { checkInForm } from "~/attendance/roster/attendance-form";
import { checkIn, listMyCheckIns } from "~/attendance/check-in/check-in.server";
import { CheckInState } from "~/attendance/check-in/CheckInState";
import { CHECK_IN_REFUSALS } from "~/attendance/refusal";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatTimeRange } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { RadioGroup } from "~/ui/fields/choice-fields";
import { useServerForm } from "~/ui/fields/form";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Check in");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ sessions: listMyCheckIns(ctx) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, checkInForm);
  if (!form.ok) return form.reply;
  const outcome = checkIn(ctx, { ...form.value, deviceTime: form.value.deviceTime ?? ctx.now });
  if (!outcome.ok) return form.refuse(CHECK_IN_REFUSALS[outcome.reason], "code");
  throw await redirectWithToast(`/check-in/${form.value.sessionId}`, "You are checked in.");
}

export default function CheckIn() {
  const { sessions } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ sessionId: string; code: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { sessionId: sessions.find(({ window, state }) => window === "open" && state === "none")?.sessionId },
  });
  const open = sessions.filter(({ window, state }) => window === "open" && state === "none");
  return (
    <Page title="Check in" width="narrow" breadcrumbs={[{ label: "My desk", to: "/desk" }]}>
      {sessions.length === 0 ? (
        <EmptyState
          title="You have no session today"
          action={<LinkButton to="/registrations">My registrations</LinkButton>}
        >
          Check-in opens 30 minutes before a session that you are registered for.
        </EmptyState>
      ) : null}
      {open.length > 0 ? (
        <CheckInForm form={form} code={fields.code}>
          <RadioGroup
            field={fields.sessionId}
            legend="Session"
            options={open.map((session) => ({
              value: session.sessionId,
              label: session.title,
              hint: `${formatTimeRange(session.startsAt, session.endsAt, session.timeZone)} · ${session.place}`,
            }))}
            required
          />
        </CheckInForm>
      ) : null}
      {sessions.length > open.length ? (
        <Section title={open.length > 0 ? "Also today" : "Today"}>
          <ul className="grid gap-3">
            {sessions
              .filter((session) => !open.includes(session))
              .map((session) => (
                <li key={session.sessionId}>
                  <p className="font-semibold">{session.title}</p>
                  <CheckInState {...session} />
                </li>
              ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
