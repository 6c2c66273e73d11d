import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forgotPasswordForm } from "~/people/accounts/account-form";
import { requestPasswordReset } from "~/people/accounts/password-reset.server";
import { getContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Set a new password");

export const headers = passRetryAfter;

export function loader({ request }: LoaderFunctionArgs) {
  return { next: safePath(new URL(request.url).searchParams.get("next"), "") };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, forgotPasswordForm);
  if (!form.ok) return form.reply;
  const outcome = requestPasswordReset(ctx, form.value.email, form.value.next);
  if (!outcome.ok) return slowDown(ctx, form, outcome);
  return data({ sentTo: form.value.email, result: undefined });
}

export default function ForgotPassword() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useServerForm<{ email: string }>({ lastResult: answer?.result });
  return (
    <Page title="Set a new password" width="narrow">
      {answer && "sentTo" in answer ? (
        <Notice tone="info" title="Check your mail">
          If {answer.sentTo} has an account, a link is on its way. It works for one hour.
        </Notice>
      ) : (
        <FormFrame form={form}>
          <Hidden name="next" value={next} />
          <TextField
            field={fields.email}
            label="Email address"
            hint="We send a link with which you choose a new password."
            type="email"
            autoComplete="username"
            required
          />
          <div>
            <SubmitButton pendingLabel="Sending …">Send the link</SubmitButton>
          </div>
        </FormFrame>
      )}
    </Page>
  );
}
