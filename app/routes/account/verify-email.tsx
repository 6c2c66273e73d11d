import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteSignIn } from "~/attendance/kept/device-cookie.server";
import { finishSignUpForm } from "~/people/accounts/account-form";
import { FinishSignUp } from "~/people/accounts/FinishSignUp";
import { answerNewPassword } from "~/people/accounts/new-password-answer.server";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { getContext } from "~/people/roles/permission.server";
import { findSignUp, finishSignUp } from "~/people/accounts/sign-up-link.server";
import { readForm } from "~/platform/http/form.server";
import { withNext } from "~/platform/http/next-page";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { passRetryAfter } from "~/platform/http/slow-down.server";
import { LinkButton } from "~/ui/Button";
import { Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Finish your account");

export const headers = passRetryAfter;

const EXPIRED = "This link does not work any more. It was used already, or it is older than 48 hours.";

// Mail scanners open links: looking changes nothing, the button does (R5).
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("token") ?? "";
  const next = safePath(searchParams.get("next"), "");
  const signUp = findSignUp(ctx, token);
  return data({ token, next, signUp, organisations: signUp?.asksWorkplace ? listOrganisationOptions(ctx.db) : [] });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, finishSignUpForm);
  if (!form.ok) return form.reply;
  const outcome = await finishSignUp(ctx, form.value);
  const words = {
    expired: EXPIRED,
    said: "Your account is ready. Welcome to Hourbook.",
    to: safePath(form.value.next, "/profile"),
  };
  if (outcome.ok) await noteSignIn(ctx, request, outcome.value.accountId);
  return answerNewPassword(ctx, form, outcome, words);
}

export default function VerifyEmail() {
  const { token, next, signUp, organisations } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <Page title="Finish your account" width="narrow">
      {signUp ? (
        <FinishSignUp token={token} next={next} signUp={signUp} organisations={organisations} lastResult={lastResult} />
      ) : (
        <Notice
          tone="attention"
          title={EXPIRED}
          action={<LinkButton to={withNext("/sign-up", next)}>Get a new link</LinkButton>}
        >
          If you have finished your account before, just sign in.
        </Notice>
      )}
    </Page>
  );
}
