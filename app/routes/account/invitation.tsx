import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewPasswordField } from "~/people/accounts/NewPasswordField";
import { newPasswordForm } from "~/people/accounts/account-form";
import { acceptInvitation, findInvitation } from "~/people/accounts/invitation.server";
import { answerNewPassword } from "~/people/accounts/new-password-answer.server";
import { getContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter } from "~/platform/http/slow-down.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Facts, Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Create your account");

const EXPIRED =
  "This invitation does not work any more. It was used, replaced by a newer one, or is older than 30 days.";

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return { token, invited: findInvitation(ctx, token) };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, newPasswordForm);
  if (!form.ok) return form.reply;
  const outcome = await acceptInvitation(ctx, form.value);
  const words = { expired: EXPIRED, said: "Welcome. Your account is ready.", to: "/desk" };
  return answerNewPassword(ctx, form, outcome, words);
}

export default function Invitation() {
  const { token, invited } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ password: string }>({ lastResult: useActionData<typeof action>()?.result });
  if (!invited) {
    return (
      <Page title="Create your account" width="narrow">
        <Notice tone="attention" title={EXPIRED} action={<LinkButton to="/sign-in">Go to sign in</LinkButton>}>
          <p>If you have an account, sign in. Otherwise ask whoever invited you for a new link.</p>
        </Notice>
      </Page>
    );
  }
  return (
    <Page title="Create your account" lead="Choose a password, and you are in." width="narrow">
      <Facts
        items={[
          { label: "Name", value: invited.name },
          { label: "You sign in with", value: invited.email },
        ]}
      />
      <FormFrame form={form}>
        <Hidden name="token" value={token} />
        <NewPasswordField field={fields.password} />
        <div>
          <SubmitButton>Create account</SubmitButton>
        </div>
      </FormFrame>
    </Page>
  );
}
