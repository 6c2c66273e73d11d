import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signUpForm } from "~/people/accounts/account-form";
import { getContext } from "~/people/roles/permission.server";
import { signUp } from "~/people/accounts/sign-up.server";
import { readForm } from "~/platform/http/form.server";
import { withNext } from "~/platform/http/next-page";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { TextField } from "~/ui/fields/text-fields";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Create an account");

export const headers = passRetryAfter;

export function loader({ request }: LoaderFunctionArgs) {
  return { next: safePath(new URL(request.url).searchParams.get("next"), "") };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, signUpForm);
  if (!form.ok) return form.reply;
  const outcome = signUp(ctx, form.value);
  if (!outcome.ok) return slowDown(ctx, form, outcome);
  return data({ sentTo: form.value.email, result: undefined });
}

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useServerForm<{ legalFirst: string; legalLast: string; email: string }>({
    lastResult: answer?.result,
  });
  if (answer && "sentTo" in answer) {
    return (
      <Page title="Check your mail" width="narrow">
        <Notice tone="info" title={`We sent a link to ${answer.sentTo}`}>
          Open it within 48 hours and choose your password; then your account is ready. If nothing arrives in a few
          minutes, look in the spam folder, or sign up again.
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title="Create an account"
      lead="One account for every offering, in every district of the region. We send a link to your mailbox, and there you choose your password."
      width="narrow"
    >
      <FormFrame form={form}>
        <Hidden name="next" value={next} />
        <LegalNameFields fields={fields} hint="As it is on your certificate. You can add a preferred name later." own />
        <TextField
          field={fields.email}
          label="Email address"
          hint="Use the one that your district knows, if you can."
          type="email"
          autoComplete="username"
          required
        />
        <div>
          <SubmitButton pendingLabel="Sending …">Send me the link</SubmitButton>
        </div>
      </FormFrame>
      <p>
        You have one already?{" "}
        <Link to={withNext("/sign-in", next)} className="link">
          Sign in
        </Link>
      </p>
    </Page>
  );
}
