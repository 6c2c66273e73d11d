import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { verifyAddress } from "~/people/account.server";
import { tokenForm } from "~/people/account-form";
import { findToken } from "~/people/account-token.server";
import { getContext } from "~/people/permission.server";
import { startSignInSession } from "~/people/sign-in-session.server";
import { readForm } from "~/platform/form.server";
import { pageTitle } from "~/platform/page-title";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/form";
import { Notice, Page } from "~/ui/Page";

export const meta = () => pageTitle("Confirm your email address");

const EXPIRED = "This link does not work any more. It was used already, or it is older than 48 hours.";

// Mail scanners open links: looking changes nothing, the button does (R5).
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return data({ token, works: findToken(ctx.db, ctx.now, "verify-address", token) !== null });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, tokenForm);
  if (!form.ok) return form.reply;
  const outcome = verifyAddress(ctx, form.value.token);
  if (!outcome.ok) return form.refuse(EXPIRED);
  const headers = new Headers({ "Set-Cookie": await startSignInSession(ctx.db, outcome.value.accountId) });
  throw await redirectWithToast("/profile", "Your address is confirmed. Welcome to Hourbook.", "good", headers);
}

export default function VerifyEmail() {
  const { token, works } = useLoaderData<typeof loader>();
  const [form] = useServerForm({ lastResult: useActionData<typeof action>()?.result });
  return (
    <Page title="Confirm your email address" width="narrow">
      {works ? (
        <FormFrame form={form}>
          <Hidden name="token" value={token} />
          <p>Press the button to confirm that this address is yours. You are signed in right away.</p>
          <div>
            <SubmitButton>Confirm address</SubmitButton>
          </div>
        </FormFrame>
      ) : (
        <Notice tone="attention" title={EXPIRED} action={<LinkButton to="/sign-up">Get a new link</LinkButton>}>
          If you have confirmed it before, just sign in.
        </Notice>
      )}
    </Page>
  );
}
