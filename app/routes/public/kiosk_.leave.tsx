import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findKiosk, noKioskCookie } from "~/attendance/kiosk/kiosk-cookie.server";
import { leaveForm } from "~/attendance/kiosk/kiosk-form";
import { leaveKiosk } from "~/attendance/kiosk/kiosk.server";
import { KioskEnded } from "~/attendance/kiosk/KioskScreen";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Page } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Leave the kiosk");

export const headers = passRetryAfter;

export const handle = { isAlone: "locked" };

export async function loader({ request }: LoaderFunctionArgs) {
  const open = await findKiosk(request);
  return open ? data({ isOpen: true }) : data({ isOpen: false }, { status: 404 });
}

export async function action({ request }: ActionFunctionArgs) {
  const open = await findKiosk(request);
  if (!open) return data({ result: undefined }, { status: 404 });
  const form = await readForm(request, leaveForm);
  if (!form.ok) return form.reply;
  const left = await leaveKiosk(open, form.value.pin);
  if (!left.ok && left.reason === "too-many-tries")
    return slowDown(open.ctx, form, left, "Or end the kiosk from the session’s page on another device.");
  if (!left.ok) return form.refuse("This is not the PIN of this kiosk.", "pin");
  const next = `/facilitator/sessions/${open.kiosk.sessionId}`;
  return redirectDocument(`/sign-in?next=${encodeURIComponent(next)}`, {
    headers: { "Set-Cookie": await noKioskCookie() },
  });
}

export default function LeaveKiosk() {
  const { isOpen } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ pin: string }>({ lastResult: useActionData<typeof action>()?.result });
  if (!isOpen) return <KioskEnded />;
  return (
    <Page title="Leave the kiosk" lead="For the facilitator who started it." width="narrow">
      <FormFrame form={form} reloadDocument autoComplete="off">
        <TextField field={fields.pin} label="PIN" type="password" inputMode="numeric" autoComplete="off" required />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>End the kiosk</SubmitButton>
          <Link to="/kiosk" reloadDocument className="link inline-block py-1 pointer-coarse:py-3">
            Back to the kiosk
          </Link>
        </div>
      </FormFrame>
    </Page>
  );
}
