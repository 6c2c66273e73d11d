import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckInForm } from "~/attendance/check-in/CheckInForm";
import { checkInForm } from "~/attendance/roster/attendance-form";
import { checkIn, findMyCheckIn } from "~/attendance/check-in/check-in.server";
import { CheckInState } from "~/attendance/check-in/CheckInState";
import { findGoneSession } from "~/attendance/joining/gone-session.server";
import { GoneNotice } from "~/attendance/joining/GoneNotice";
import { CHECK_IN_REFUSALS } from "~/attendance/refusal";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Check in");

/** Opening the link of the QR code changes nothing; the button does (R5). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const sessionId = param(params, "sessionId");
  return data({
    session: findMyCheckIn(ctx, sessionId),
    gone: findGoneSession(ctx.db, ctx, sessionId),
    code: (new URL(request.url).searchParams.get("code") ?? "").slice(0, 20),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, checkInForm);
  if (!form.ok) return form.reply;
  const sessionId = param(params, "sessionId");
  const outcome = checkIn(ctx, { ...form.value, sessionId, deviceTime: form.value.deviceTime ?? ctx.now });
  if (!outcome.ok) return form.refuse(CHECK_IN_REFUSALS[outcome.reason], "code");
  throw await redirectWithToast(`/check-in/${sessionId}`, "You are checked in.");
}

export default function CheckInToSession() {
  const { session, gone, code } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ code: string }>({
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { code },
  });
  if (!session) {
    return (
      <Page title="Check in" width="narrow" breadcrumbs={[{ label: "My desk", to: "/desk" }]}>
        {gone ? <GoneNotice gone={gone} /> : <NotOnRoster />}
      </Page>
    );
  }
  return (
    <Page
      title="Check in"
      lead={session.title}
      width="narrow"
      breadcrumbs={[{ label: "My sessions of today", to: "/check-in" }]}
    >
      <div>
        <CheckInState {...session} />
      </div>
      {session.window === "open" && session.state === "none" ? (
        <CheckInForm form={form} code={fields.code}>
          <Hidden name="sessionId" value={session.sessionId} />
        </CheckInForm>
      ) : null}
    </Page>
  );
}

function NotOnRoster() {
  return (
    <Notice
      tone="attention"
      title="You are not on the roster of this session"
      action={<LinkButton to="/check-in">My sessions of today</LinkButton>}
    >
      Ask the facilitator to take you in as a walk-in, or sign in with the account that you registered with.
    </Notice>
  );
}
