import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { redirect, useActionData, useLoaderData } from "@remix-run/react";
import { findGoneSession } from "~/attendance/joining/gone-session.server";
import { GoneNotice } from "~/attendance/joining/GoneNotice";
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

const DESK = [{ label: "My desk", to: "/desk" }];

/** Opening the link changes nothing; the button does (R5). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const sessionId = param(params, "sessionId");
  const gone = findGoneSession(ctx.db, ctx, sessionId);
  const page = gone ? null : getJoinPage(ctx, sessionId);
  const next = (gone ?? page)?.next;
  if (next?.open) throw redirect(`/join/${next.id}`);
  return data({ gone, page });
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
  const { gone, page } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ code: string }>({ lastResult: useActionData<typeof action>()?.result });
  if (!page) {
    return (
      <Page title="Join online" width="narrow" breadcrumbs={DESK}>
        {gone ? <GoneNotice gone={gone} /> : null}
      </Page>
    );
  }
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
      breadcrumbs={DESK}
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
