import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { kioskCookie } from "~/attendance/kiosk/kiosk-cookie.server";
import { kioskDeskForm } from "~/attendance/kiosk/kiosk-form";
import { KIOSK_REFUSED, START_REFUSALS } from "~/attendance/kiosk/kiosk-refusal";
import { endKiosk, getKioskDesk, startKiosk } from "~/attendance/kiosk/kiosk.server";
import { RunningKiosks, StartKiosk } from "~/attendance/kiosk/KioskDesk";
import { findDevice } from "~/attendance/kept/device-cookie.server";
import { leaveDevice } from "~/attendance/kept/kept-device.server";
import { hashPassword, inTurn } from "~/people/accounts/password.server";
import { endSignInSession } from "~/people/accounts/sign-in-session.server";
import { requireActor } from "~/people/roles/permission.server";
import { getCourse } from "~/catalog/courses/course.server";
import { formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Kiosk");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const { session, offering, running } = getKioskDesk(ctx, param(params, "id"));
  return data({
    sessionId: session.id,
    timeZone: session.timeZone,
    title: getCourse(ctx.db, offering.courseId).title,
    when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
    running,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const sessionId = param(params, "id");
  getKioskDesk(ctx, sessionId);
  const form = await readForm(request, kioskDeskForm);
  if (!form.ok) return form.reply;
  if (form.value.intent === "end") {
    if (!endKiosk(ctx, { sessionId, kioskId: form.value.kioskId }).ok) throw notFound();
    return redirectWithToast(`/facilitator/sessions/${sessionId}/kiosk`, "The kiosk has ended.");
  }
  const { pin, device = await findDevice(request), unsent } = form.value;
  const started = startKiosk(ctx, { sessionId, pinDigest: await inTurn(() => hashPassword(pin)) });
  if (!started.ok) return form.refuse(START_REFUSALS[started.reason] ?? KIOSK_REFUSED);
  if (device) leaveDevice(ctx, { device, unsent });
  const headers = new Headers({ "Set-Cookie": await endSignInSession(ctx.db, request) });
  headers.append("Set-Cookie", await kioskCookie(started.value.token, started.value.endsAt));
  return redirectDocument("/kiosk", { headers });
}

export default function KioskOfSession() {
  const { sessionId, timeZone, title, when, running } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title="Kiosk"
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
      <RunningKiosks {...{ running, timeZone }} />
      <StartKiosk lastResult={result} />
    </Page>
  );
}
