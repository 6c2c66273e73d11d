import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { redirect, useActionData, useLoaderData } from "@remix-run/react";
import { JOIN_REFUSALS } from "~/attendance/joining/join";
import { joinForm } from "~/attendance/joining/join-form";
import { getJoinPage, joinOnline } from "~/attendance/joining/join.server";
import { JoinForm } from "~/attendance/joining/JoinForm";
import { CannotJoin, JoinState } from "~/attendance/joining/JoinState";
import { requireActor } from "~/people/roles/permission.server";
import { formatSessionLine } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { useServerForm } from "~/ui/fields/form";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Join online");

/** Opening the link changes nothing; the button does (R5). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const page = getJoinPage(ctx, param(params, "sessionId"));
  if (page.next?.open) throw redirect(`/join/${page.next.id}`);
  return data(page);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const form = await readForm(request, joinForm);
  if (!form.ok) return form.reply;
  const sessionId = param(params, "sessionId");
  const outcome = joinOnline(ctx, { ...form.value, sessionId, deviceTime: form.value.deviceTime ?? ctx.now });
  if (outcome.ok) throw redirect(outcome.value, 303);
  const { title, text } = JOIN_REFUSALS[outcome.reason];
  return form.refuse(`${title}. ${text}`, outcome.reason === "wrong-code" ? "code" : undefined);
}

export default function JoinOnline() {
  const page = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ code: string }>({ lastResult: useActionData<typeof action>()?.result });
  return (
    <Page
      title="Join online"
      lead={
        <>
          <strong>{page.title}</strong>
          <br />
          {formatSessionLine(page.startsAt, page.endsAt, page.timeZone)}
        </>
      }
      width="narrow"
      breadcrumbs={[{ label: "My desk", to: "/desk" }]}
    >
      {page.refusal ? (
        <CannotJoin page={page} refusal={page.refusal} />
      ) : (
        <>
          <div>
            <JoinState {...page} />
          </div>
          <JoinForm {...page} form={form} code={fields.code} />
        </>
      )}
    </Page>
  );
}
