import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requestAddressChange } from "~/people/accounts/address-change.server";
import { emailAddressForm } from "~/people/accounts/email-address-form";
import { confirmMyAddress, getMyAddress } from "~/people/accounts/email-address.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireActor } from "~/people/roles/permission.server";
import { findSessionId } from "~/people/accounts/sign-in-session.server";
import { readForm } from "~/platform/http/form.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Page, Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Your email address");

const REFUSALS = {
  "address-taken": { words: "Somebody else uses this address. Check it, or take another.", field: "email" },
  "same-address": { words: "This is the address that you have now.", field: "email" },
  "wrong-password": { words: "This is not your password.", field: "password" },
};

export const headers = passRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const next = safePath(new URL(request.url).searchParams.get("next"), "/desk");
  return data({ ...getMyAddress(ctx), next, timeZone: getHomeProvider(ctx.db).timeZone });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, emailAddressForm);
  if (!form.ok) return form.reply;
  const next = safePath(form.value.next, "/desk");
  if (form.value.intent === "works") {
    confirmMyAddress(ctx);
    throw await redirectWithToast(next, "Thank you. We send mail to this address again.");
  }
  const { email, password } = form.value;
  const outcome = await requestAddressChange(ctx, { email, password, sessionId: findSessionId(ctx.db, request) });
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason === "too-many-tries") return slowDown(ctx, form, outcome);
    return form.refuse(REFUSALS[reason].words, REFUSALS[reason].field);
  }
  throw await redirectWithToast(
    next,
    `Open the link that we sent to ${email} in this browser; then it is your address.`,
  );
}

export default function EmailAddress() {
  const { email, fault, next, timeZone } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ email: string; password: string }>({
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page
      title={fault ? "We cannot reach you by mail" : "Your email address"}
      lead={fault ? null : `Mail reaches you at ${email}.`}
      width="narrow"
    >
      {fault ? (
        <Notice tone="attention" title={`Mail to ${email} came back`}>
          <p>
            {formatDateTime(fault.reportedAt, timeZone)}: {fault.reason}
          </p>
          <p>Until this is settled, you get no notice of seats, cancellations or hours.</p>
        </Notice>
      ) : null}
      <Section
        title="Use another address"
        description="We send a link to it, to be sure that it is yours. Open the link in this browser, while you are signed in."
      >
        <FormFrame form={form}>
          <Hidden name="next" value={next} />
          <TextField field={fields.email} label="New email address" type="email" autoComplete="email" required />
          <TextField
            field={fields.password}
            label="Your password"
            type="password"
            autoComplete="current-password"
            required
          />
          <div>
            <SubmitButton intent="change">Send the link</SubmitButton>
          </div>
        </FormFrame>
      </Section>
      {fault ? (
        <Section title="Keep this address" description="For example because your mailbox was full, and has room again.">
          <Form method="post" className="flex flex-wrap gap-3">
            <Hidden name="next" value={next} />
            <SubmitButton intent="works" variant="secondary">
              This address works
            </SubmitButton>
            <LinkButton to={next} variant="quiet">
              Not now
            </LinkButton>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
