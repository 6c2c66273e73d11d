import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteSignIn } from "~/attendance/kept/device-cookie.server";
import { signInForm } from "~/people/accounts/account-form";
import { isUnreachable } from "~/people/accounts/email-address.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { landingOf } from "~/desks/desk-plan";
import { listGrantsOf } from "~/people/roles/grant.server";
import { findActor, getContext, listMyGrants } from "~/people/roles/permission.server";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { signIn } from "~/people/accounts/sign-in.server";
import { readForm } from "~/platform/http/form.server";
import { withNext } from "~/platform/http/next-page";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Page } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Sign in");

const REFUSALS = {
  "wrong-password": "This address and password do not belong together. Check both, or set a new password.",
  "not-verified":
    "Confirm your email address first: open the link in the mail we sent you. To get a new one, sign up again.",
  "account-locked": "This account is locked, and nobody can sign in with it. Ask an administrator of {provider}.",
  "account-closed":
    "This account is closed. Your record and your hours are kept; ask an administrator of {provider} to open it again.",
};

const RESET_ENDS_IT = "If you forgot your password, a link for a new one ends the wait.";

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const next = safePath(new URL(request.url).searchParams.get("next"), "");
  if (ctx.actor) throw redirect(next || landingOf(listMyGrants(ctx)));
  return data({ next });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, signInForm);
  if (!form.ok) return form.reply;
  const outcome = await signIn(ctx, form.value);
  if (!outcome.ok) {
    if (outcome.reason === "too-many-tries") return slowDown(ctx, form, outcome, RESET_ENDS_IT);
    const { name } = getHomeProvider(ctx.db);
    return form.refuse(REFUSALS[outcome.reason].replace("{provider}", name));
  }
  const { accountId } = outcome.value;
  const actor = findActor(ctx.db, accountId);
  await noteSignIn(ctx, request, accountId);
  const next = safePath(form.value.next, landingOf(actor ? listGrantsOf(ctx.db, actor.personId) : []));
  // Whom mail does not reach is asked for another address first.
  throw redirect(isUnreachable(ctx.db, accountId) ? `/email-address?next=${encodeURIComponent(next)}` : next, {
    headers: { "Set-Cookie": await startSignInSession(ctx.db, accountId) },
  });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ email: string; password: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page title="Sign in" width="narrow">
      <FormFrame form={form}>
        <Hidden name="next" value={next} />
        <TextField field={fields.email} label="Email address" type="email" autoComplete="username" required />
        <TextField field={fields.password} label="Password" type="password" autoComplete="current-password" required />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton pendingLabel="Signing in …">Sign in</SubmitButton>
          <Link to={withNext("/forgot-password", next)} className="link py-2">
            I forgot my password
          </Link>
        </div>
      </FormFrame>
      <p>
        New here?{" "}
        <Link to={withNext("/sign-up", next)} className="link">
          Create an account
        </Link>
      </p>
    </Page>
  );
}
