import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetPasswordForm } from "~/people/accounts/account-form";
import { isResetOpen, resetPassword } from "~/people/accounts/password-reset.server";
import { PASSWORD_HINT, PASSWORD_REFUSALS } from "~/people/accounts/password-rule";
import { getContext } from "~/people/roles/permission.server";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { replaceFeed } from "~/registration/calendar/calendar-feed.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Choose a new password");

const EXPIRED = "This link does not work any more. It was used already, or it is older than an hour.";

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return data({ token, works: isResetOpen(ctx, token) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, resetPasswordForm);
  if (!form.ok) return form.reply;
  const renews = form.value.renewCalendar === "on";
  const outcome = await resetPassword(ctx, form.value, (tx, personId) => {
    if (renews) replaceFeed(tx, ctx, personId);
  });
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason === "too-many-tries") return slowDown(ctx, form, outcome);
    return reason === "link-expired" ? form.refuse(EXPIRED) : form.refuse(PASSWORD_REFUSALS[reason], "password");
  }
  const headers = new Headers({ "Set-Cookie": await startSignInSession(ctx.db, outcome.value.accountId) });
  throw await redirectWithToast("/desk", "Your new password is set. Other browsers were signed out.", "good", headers);
}

export default function ResetPassword() {
  const { token, works } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ password: string; renewCalendar: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page title="Choose a new password" width="narrow">
      {works ? (
        <FormFrame form={form}>
          <Hidden name="token" value={token} />
          <TextField
            field={fields.password}
            label="New password"
            hint={PASSWORD_HINT}
            type="password"
            autoComplete="new-password"
            required
          />
          <CheckboxField
            field={fields.renewCalendar}
            label="Also renew my calendar address"
            hint="If you subscribe to your sessions in a calendar program: the private address stops working, and you find a new one under My registrations."
          />
          <div>
            <SubmitButton>Set password</SubmitButton>
          </div>
        </FormFrame>
      ) : (
        <Notice
          tone="attention"
          title={EXPIRED}
          action={<LinkButton to="/forgot-password">Get a new link</LinkButton>}
        />
      )}
    </Page>
  );
}
