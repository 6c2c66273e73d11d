import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { getContext } from "~/people/roles/permission.server";
import { findUnsubscribe, unsubscribe } from "~/messages/preferences/mail-preference.server";
import { CATEGORY_WORDS } from "~/messages/preferences/message-category";
import { pageTitle } from "~/platform/http/page-title";
import { notFound } from "~/platform/http/responses.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Notice, Page } from "~/ui/frame/Page";

export const meta: MetaFunction = () => pageTitle("Stop messages");

const keyOf = (request: Request) => new URL(request.url).searchParams.get("key") ?? "";

// Mail scanners open links: opening this one only asks (R5).
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const found = findUnsubscribe(ctx.db, keyOf(request));
  if (!found) throw notFound();
  return data({ name: CATEGORY_WORDS[found.scope].name });
}

// RFC 8058: the mail program posts here by itself, without a cookie and without an Origin; the key is the right to do it.
export async function action({ request }: ActionFunctionArgs) {
  const outcome = unsubscribe(await getContext(request), keyOf(request));
  if (!outcome.ok) throw notFound();
  return data({ done: true });
}

export default function Unsubscribe() {
  const { name } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done;
  return (
    <Page title={done ? "You get no more of these messages" : `Stop messages: ${name}`} width="narrow">
      {done ? (
        <Notice
          tone="good"
          title={`Switched off: ${name}`}
          action={
            <LinkButton to="/mail-preferences" variant="secondary">
              Choose which messages you get
            </LinkButton>
          }
        >
          Messages about your seats, cancellations and your account still arrive.
        </Notice>
      ) : (
        <Form method="post" className="grid gap-4">
          <p>Hourbook will send you no more messages of this kind. You can switch them on again at any time.</p>
          <div>
            <SubmitButton>Stop these messages</SubmitButton>
          </div>
        </Form>
      )}
    </Page>
  );
}
