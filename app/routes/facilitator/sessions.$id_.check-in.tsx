import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { getCheckInScreen, openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { CheckInCode } from "~/attendance/check-in/CheckInCode";
import { requireActor } from "~/people/roles/permission.server";
import { formatSessionLine } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { EmptyState, Notice, Page, Stat, StatRow } from "~/ui/frame/Page";
import { useReadAgain } from "~/ui/use-refresh";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Self check-in");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { session, offering, ...screen } = await getCheckInScreen(ctx, param(params, "id"));
  return data({
    ...screen,
    sessionId: session.id,
    cancelled: offering.state === "cancelled",
    when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  if (!openCheckIn(ctx, param(params, "id")).ok) throw notFound();
  throw await redirectWithToast(`/facilitator/sessions/${params.id}/check-in`, "Self check-in is open.");
}

const WINDOW_WORDS = {
  "not-yet": "People can check in from 30 minutes before the session starts.",
  over: "The session is over: nobody can check in any more.",
};

export default function SelfCheckIn() {
  const { title, when, sessionId, code, qr, address, lastsMs, window, ...rest } = useLoaderData<typeof loader>();
  useNextCode(code, lastsMs);
  return (
    <Page
      title="Self check-in"
      lead={
        <>
          <strong>{title}</strong>
          <br />
          {when}
        </>
      }
      breadcrumbs={[
        { label: "Sessions", to: "/facilitator" },
        { label: "Roster", to: `/facilitator/sessions/${sessionId}` },
      ]}
    >
      {window === "open" ? null : <Notice tone="info" title={WINDOW_WORDS[window]} />}
      {code && qr ? (
        <CheckInCode code={code} qr={qr} address={address} lastsMs={lastsMs} />
      ) : (
        <EmptyState
          title={rest.cancelled ? "This offering was cancelled" : "Let people check in by themselves"}
          action={
            rest.cancelled ? null : (
              <Form method="post">
                <SubmitButton>Open self check-in</SubmitButton>
              </Form>
            )
          }
        >
          Show a code on a screen or a tablet at the door. People of the roster scan it with a phone; you confirm on the
          roster that they are there.
        </EmptyState>
      )}
      <div aria-live="polite">
        <StatRow>
          <Stat label="To confirm" value={rest.waiting} />
          <Stat label="Marked present" value={rest.present} />
          <Stat label="Expected" value={rest.expected} />
        </StatRow>
      </div>
      {rest.waiting > 0 ? (
        <p>
          <Link to={`/facilitator/sessions/${sessionId}`} className="link inline-block py-1 pointer-coarse:py-3">
            Confirm them on the roster
          </Link>
        </p>
      ) : null}
    </Page>
  );
}

/** Reads the page again when its code gives way to the next, and when somebody comes back to a screen that slept. */
function useNextCode(code: string | null, lastsMs: number): void {
  const readAgain = useReadAgain();
  useEffect(() => {
    if (!code) return;
    const timer = setTimeout(readAgain, lastsMs + 250);
    const wake = () => document.visibilityState === "visible" && readAgain();
    document.addEventListener("visibilitychange", wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [code, lastsMs, readAgain]);
}
