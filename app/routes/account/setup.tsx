import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteSignIn } from "~/attendance/kept/device-cookie.server";
import { NewPasswordField } from "~/people/accounts/NewPasswordField";
import { setupForm } from "~/people/accounts/account-form";
import { findSetup, setUpFirstAdministrator } from "~/people/accounts/account.server";
import { answerNewPassword } from "~/people/accounts/new-password-answer.server";
import { getContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { findBehindLink } from "~/platform/secrets/secret-link.server";
import { passRetryAfter } from "~/platform/http/slow-down.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Page } from "~/ui/frame/Page";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Set up Hourbook");

const EXPIRED = "This link does not work any more. Restart Hourbook to get a new one.";

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  if (!findBehindLink(ctx, () => findSetup(ctx.db, ctx.now, token))) throw notFound();
  return data({ token });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, setupForm);
  if (!form.ok) return form.reply;
  const outcome = await setUpFirstAdministrator(ctx, form.value);
  const words = { expired: EXPIRED, said: "Hourbook is set up. You are its first administrator.", to: "/admin" };
  if (outcome.ok) await noteSignIn(ctx, request, outcome.value.accountId);
  return answerNewPassword(ctx, form, outcome, words);
}

export default function Setup() {
  const { token } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ legalFirst: string; legalLast: string; email: string; password: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page
      title="Set up Hourbook"
      lead="Make the first administrator's account. It can grant every other role."
      width="narrow"
    >
      <FormFrame form={form}>
        <Hidden name="token" value={token} />
        <LegalNameFields fields={fields} own />
        <TextField field={fields.email} label="Email address" type="email" autoComplete="username" required />
        <NewPasswordField field={fields.password} />
        <div>
          <SubmitButton>Create the first administrator</SubmitButton>
        </div>
      </FormFrame>
    </Page>
  );
}
