import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { noteSignIn } from "~/attendance/kept/device-cookie.server";
import { NewPasswordField } from "~/people/accounts/NewPasswordField";
import { invitationPageForm } from "~/people/accounts/account-form";
import { acceptInvitation, findInvitation, isRenewable, renewInvitation } from "~/people/accounts/invitation.server";
import { answerNewPassword } from "~/people/accounts/new-password-answer.server";
import type { AffiliationShape } from "~/people/affiliations/AffiliationFields";
import { WorkplaceQuestion } from "~/people/affiliations/WorkplaceQuestion";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { getContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { type FieldsOf, FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Facts, Notice, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Create your account");

const EXPIRED = "This invitation does not work any more. It was used, replaced by a newer one, or its time is over.";

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const invited = findInvitation(ctx, token);
  const renewable = invited === null && token !== "" && isRenewable(ctx, token);
  return { token, invited, renewable, organisations: invited?.asksWorkplace ? listOrganisationOptions(ctx.db) : [] };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, invitationPageForm);
  if (!form.ok) return form.reply;
  if (form.value.intent === "renew") {
    const renewed = renewInvitation(ctx, form.value.token);
    if (!renewed.ok) return renewed.reason === "too-many-tries" ? slowDown(ctx, form, renewed) : form.refuse(EXPIRED);
    throw await redirectWithToast("/sign-in", "A new invitation is on its way to your mailbox.");
  }
  const outcome = await acceptInvitation(ctx, form.value);
  const words = { expired: EXPIRED, said: "Welcome. Your account is ready.", to: "/work" };
  if (outcome.ok) await noteSignIn(ctx, request, outcome.value.accountId);
  return answerNewPassword(ctx, form, outcome, words);
}

export default function Invitation() {
  const { token, invited, renewable, organisations } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ password: string; workplace: AffiliationShape }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  if (!invited) {
    return (
      <Page title="Create your account" width="narrow">
        <Notice tone="attention" title={EXPIRED} action={<LinkButton to="/sign-in">Go to sign in</LinkButton>}>
          <p>
            If you have an account, sign in.{" "}
            {renewable
              ? "Otherwise have a new invitation sent to the address that this one went to."
              : "Otherwise sign up with the address at which you were invited: what waits for you is kept under it."}
          </p>
        </Notice>
        {renewable ? (
          <Form method="post">
            <Hidden name="token" value={token} />
            <SubmitButton intent="renew">Send me a new invitation</SubmitButton>
          </Form>
        ) : (
          <LinkButton to="/sign-up" variant="secondary">
            Sign up
          </LinkButton>
        )}
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
        {invited.asksWorkplace ? (
          <WorkplaceQuestion
            legend="Where do you work?"
            fields={fields.workplace.getFieldset() as FieldsOf<AffiliationShape>}
            organisations={organisations}
          />
        ) : null}
        <NewPasswordField field={fields.password} />
        <div>
          <SubmitButton intent="accept">Create account</SubmitButton>
        </div>
      </FormFrame>
    </Page>
  );
}
