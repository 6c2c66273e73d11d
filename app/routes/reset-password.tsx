import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetPassword } from "~/people/account.server";
import { newPasswordForm } from "~/people/account-form";
import { findToken } from "~/people/account-token.server";
import { getContext } from "~/people/permission.server";
import { startSignInSession } from "~/people/sign-in-session.server";
import { readForm } from "~/platform/form.server";
import { pageTitle } from "~/platform/page-title";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/form";
import { Notice, Page } from "~/ui/Page";
import { TextField } from "~/ui/text-fields";

export const meta = () => pageTitle("Choose a new password");

const EXPIRED = "This link does not work any more. It was used already, or it is older than an hour.";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return data({ token, works: findToken(ctx.db, ctx.now, "reset-password", token) !== null });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, newPasswordForm);
  if (!form.ok) return form.reply;
  const outcome = await resetPassword(ctx, form.value);
  if (!outcome.ok) return form.refuse(EXPIRED);
  const headers = new Headers({ "Set-Cookie": await startSignInSession(ctx.db, outcome.value.accountId) });
  throw await redirectWithToast("/desk", "Your new password is set. Other browsers were signed out.", "good", headers);
}

export default function ResetPassword() {
  const { token, works } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ password: string }>({ lastResult: useActionData<typeof action>()?.result });
  return (
    <Page title="Choose a new password" width="narrow">
      {works ? (
        <FormFrame form={form}>
          <Hidden name="token" value={token} />
          <TextField
            field={fields.password}
            label="New password"
            hint="At least 12 characters. A few words in a row work well."
            type="password"
            autoComplete="new-password"
            required
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
