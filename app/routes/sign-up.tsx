import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { signUp } from "~/people/account.server";
import { signUpForm } from "~/people/account-form";
import { getContext } from "~/people/permission.server";
import { readForm } from "~/platform/form.server";
import { pageTitle } from "~/platform/page-title";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/form";
import { Notice, Page } from "~/ui/Page";
import { TextField } from "~/ui/text-fields";

export const meta = () => pageTitle("Create an account");

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, signUpForm);
  if (!form.ok) return form.reply;
  await signUp(ctx, form.value);
  return data({ sentTo: form.value.email, result: undefined });
}

export default function SignUp() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useServerForm<{ legalFirst: string; legalLast: string; email: string; password: string }>({
    lastResult: answer?.result,
  });
  if (answer && "sentTo" in answer) {
    return (
      <Page title="Check your mail" width="narrow">
        <Notice tone="info" title={`We sent a link to ${answer.sentTo}`}>
          Open it within 48 hours to confirm the address. Then you can sign in. If nothing arrives in a few minutes,
          look in the spam folder, or sign up again.
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title="Create an account"
      lead="One account for every training, in every district of the region."
      width="narrow"
    >
      <FormFrame form={form}>
        <TextField
          field={fields.legalFirst}
          label="First name"
          hint="As it is on your certificate. You can add a preferred name later."
          autoComplete="given-name"
          required
        />
        <TextField field={fields.legalLast} label="Last name" autoComplete="family-name" required />
        <TextField
          field={fields.email}
          label="Email address"
          hint="Use the one that your district knows, if you can."
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          field={fields.password}
          label="Password"
          hint="At least 12 characters. A few words in a row work well."
          type="password"
          autoComplete="new-password"
          required
        />
        <div>
          <SubmitButton pendingLabel="Creating …">Create account</SubmitButton>
        </div>
      </FormFrame>
      <p>
        You have one already?{" "}
        <Link to="/sign-in" className="link">
          Sign in
        </Link>
      </p>
    </Page>
  );
}
