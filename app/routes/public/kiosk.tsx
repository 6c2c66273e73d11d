import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findKiosk } from "~/attendance/kiosk/kiosk-cookie.server";
import { kioskForm } from "~/attendance/kiosk/kiosk-form";
import { findOrScan, markAtKiosk } from "~/attendance/kiosk/kiosk-marks.server";
import { KioskEnded, KioskScreen } from "~/attendance/kiosk/KioskScreen";
import { getCourse } from "~/catalog/courses/course.server";
import { formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter, retryAfter } from "~/platform/http/slow-down.server";
import { newId } from "~/platform/ids";

export const meta = () => pageTitle("Kiosk");

export const headers = passRetryAfter;

/** Without the site around it: nothing leads away but the PIN. */
export const handle = { isAlone: "locked" };

export async function loader({ request }: LoaderFunctionArgs) {
  const open = await findKiosk(request);
  if (!open) return data({ kiosk: null }, { status: 404 });
  const { ctx, session, offering } = open;
  return data({
    kiosk: {
      title: getCourse(ctx.db, offering.courseId).title,
      when: formatSessionLine(session.startsAt, session.endsAt, session.timeZone),
      nonce: newId(),
    },
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const open = await findKiosk(request);
  if (!open) return data({ answer: null }, { status: 404 });
  const form = await readForm(request, kioskForm);
  if (!form.ok) return data({ answer: { is: "refused" as const, words: "Start over, please." } }, { status: 400 });
  const { value } = form;
  const answer =
    value.intent === "find" ? findOrScan(open, value) : markAtKiosk(open, { ...value, kind: value.intent });
  if (answer.is !== "refused" || answer.retryAt === undefined) return data({ answer });
  const wait = { detail: { retryAt: answer.retryAt } };
  return data({ answer }, { status: 429, headers: retryAfter(open.ctx, wait) });
}

export default function Kiosk() {
  const { kiosk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>()?.answer ?? null;
  return kiosk ? <KioskScreen {...kiosk} answer={answer} /> : <KioskEnded />;
}
