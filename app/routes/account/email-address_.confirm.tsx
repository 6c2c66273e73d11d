import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tokenForm } from "~/people/accounts/account-form";
import { confirmAddressChange, findAddressChange } from "~/people/accounts/address-change.server";
import { getContext, requireActor } from "~/people/roles/permission.server";
import { findSessionId } from "~/people/accounts/sign-in-session.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Confirm your new email address");

export const headers = passRetryAfter;

const REFUSALS = {
  "link-expired": "This link does not work any more. It was used already, or it is older than 48 hours.",
  "other-browser": "Open this link in the browser in which you asked for the change, while you are signed in there.",
  "address-taken": "Somebody else uses this address by now, so yours stays as it is. Ask for another one.",
};

// Mail scanners open links: looking changes nothing, the button does (R5). Nobody is signed in by it, either.
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const change = findAddressChange(ctx, { token, sessionId: findSessionId(ctx.db, request) });
  return data({ token, change });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, tokenForm);
  if (!form.ok) {
    await requireActor(request);
    return form.reply;
  }
  const link = { token: form.value.token, sessionId: findSessionId(ctx.db, request) };
  // What staff proposed is proved by the mailbox alone; what somebody asked for, where they are signed in.
  if (!ctx.actor && findAddressChange(ctx, link).state === "other-browser") await requireActor(request);
  const outcome = confirmAddressChange(ctx, link);
  if (!outcome.ok) {
    const { reason } = outcome;
    return reason === "too-many-tries" ? slowDown(ctx, form, outcome) : form.refuse(REFUSALS[reason]);
  }
  const to = ctx.actor ? "/email-address" : "/sign-in";
  throw await redirectWithToast(to, `Your address is ${outcome.value.email} now. Sign in with it.`);
}

export default function ConfirmAddress() {
  const { token, change } = useLoaderData<typeof loader>();
  const [form] = useServerForm({ lastResult: useActionData<typeof action>()?.result });
  return (
    <Page title="Confirm your new email address" width="narrow">
      {change.state === "ready" ? (
        <FormFrame form={form}>
          <Hidden name="token" value={token} />
          <p>Press the button, and mail reaches you at {change.email} from now on. You sign in with it, too.</p>
          <div>
            <SubmitButton>Use this address</SubmitButton>
          </div>
        </FormFrame>
      ) : (
        <Notice
          tone="attention"
          title={REFUSALS[change.state === "expired" ? "link-expired" : change.state]}
          action={<LinkButton to="/email-address">Ask for the change again</LinkButton>}
        >
          {change.state === "other-browser" ? <p>If that browser is not at hand, sign in here and ask again.</p> : null}
        </Notice>
      )}
    </Page>
  );
}
