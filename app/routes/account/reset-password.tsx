import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteSignIn } from "~/attendance/kept/device-cookie.server";
import { NewPasswordField } from "~/people/accounts/NewPasswordField";
import { resetPasswordForm } from "~/people/accounts/account-form";
import { answerNewPassword } from "~/people/accounts/new-password-answer.server";
import { isResetOpen, resetPassword } from "~/people/accounts/password-reset.server";
import { getContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { withNext } from "~/platform/http/next-page";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { passRetryAfter } from "~/platform/http/slow-down.server";
import { replaceFeed } from "~/registration/calendar/calendar-feed.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Choose a new password");

const EXPIRED = "This link does not work any more. It was used already, or it is older than an hour.";

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("token") ?? "";
  return data({ token, next: safePath(searchParams.get("next"), ""), works: isResetOpen(ctx, token) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, resetPasswordForm);
  if (!form.ok) return form.reply;
  const renews = form.value.renewCalendar === "on";
  const outcome = await resetPassword(ctx, form.value, (tx, personId) => {
    if (renews) replaceFeed(tx, ctx, personId);
  });
  const to = safePath(form.value.next, "/desk");
  const words = { expired: EXPIRED, said: "Your new password is set. Other browsers were signed out.", to };
  if (outcome.ok) await noteSignIn(ctx, request, outcome.value.accountId);
  return answerNewPassword(ctx, form, outcome, words);
}

export default function ResetPassword() {
  const { token, next, works } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ password: string; renewCalendar: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page title="Choose a new password" width="narrow">
      {works ? (
        <FormFrame form={form}>
          <Hidden name="token" value={token} />
          <Hidden name="next" value={next} />
          <NewPasswordField field={fields.password} label="New password" />
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
          action={<LinkButton to={withNext("/forgot-password", next)}>Get a new link</LinkButton>}
        />
      )}
    </Page>
  );
}
