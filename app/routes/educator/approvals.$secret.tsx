import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGISTRATION_REFUSALS } from "~/registration/seats/refusal";
import { approvalForm } from "~/registration/seats/registration-form";
import { readSupervisorPage } from "~/registration/approval/supervisor-page.server";
import { answerSupervisorRequest } from "~/registration/approval/supervisor.server";
import { SupervisorAnswer } from "~/registration/approval/SupervisorAnswer";
import { Facts, Notice, Page } from "~/ui/frame/Page";

export const meta = () => [...pageTitle("Approve a registration"), { name: "robots", content: "noindex" }];

export const headers: HeadersFunction = (args) => ({ "Cache-Control": "private, no-store", ...passRetryAfter(args) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(readSupervisorPage(await getContext(request), param(params, "secret")), {
    headers: { "Cache-Control": "private, no-store" },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, approvalForm);
  if (!form.ok) return form.reply;
  const approved = form.value.intent === "approve";
  const outcome = answerSupervisorRequest(ctx, { secret: param(params, "secret"), approved, note: form.value.note });
  if (!outcome.ok) {
    if (outcome.reason === "too-many-tries") return slowDown(ctx, form, outcome);
    return form.refuse(REGISTRATION_REFUSALS[outcome.reason]);
  }
  throw await redirectWithToast(
    `/approvals/${params.secret}`,
    approved ? "You approved. They have the seat." : "You declined. The seat goes to the next person.",
  );
}

export default function Approval() {
  const { educatorName, title, sessions, place, price, heldUntil, timeZone, open, answer } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <Page title="Approve a registration" lead={`${educatorName} asks to attend ${title}.`} width="narrow">
      {answer ? (
        <Notice
          tone={answer.approved ? "good" : "ended"}
          title={`You ${answer.approved ? "approved" : "declined"} this ${formatDateTime(answer.decidedAt, timeZone)}`}
        />
      ) : open ? null : (
        <Notice tone="ended" title="There is nothing left to answer">
          <p>The time to answer has passed, or {educatorName} took the request back.</p>
        </Notice>
      )}
      <Facts
        items={[
          { label: "Who", value: educatorName },
          {
            label: "Sessions",
            value: (
              <ul>
                {sessions.map(({ when }) => (
                  <li key={when}>{when}</li>
                ))}
              </ul>
            ),
          },
          { label: "Where", value: place },
          { label: "Price", value: price },
          { label: "Please answer by", value: heldUntil === null ? null : formatDateTime(heldUntil, timeZone) },
        ]}
      />
      {open ? <SupervisorAnswer lastResult={lastResult} /> : null}
    </Page>
  );
}
