import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Mail as MailIcon } from "lucide-react";
import { AlarmSection } from "~/desks/admin/AlarmSection";
import { MAIL_CELLS } from "~/desks/admin/mail-cells";
import { MAIL_LIST } from "~/desks/admin/mail-list";
import { mailPageForm } from "~/desks/admin/mail-page-form";
import { mailSource, mailStateOf, surveyOutbox } from "~/desks/admin/mail-list.server";
import { ResendAllForm } from "~/desks/admin/ResendAllForm";
import { MESSAGE_STATE_LABELS, MESSAGE_STATES } from "~/messages/outbox/message-state";
import { countGivenUp, MOST_AT_ONCE, resendGivenUp } from "~/messages/outbox/resend-all.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { showLongList } from "~/desks/lists/list-pool.server";
import { describeKind, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { dismissAlarm, listAlarms } from "~/platform/mail/mail-alarm.server";
import { sendsMail } from "~/platform/mail/mail-transport.server";
import { EmptyState, Notice, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { Refused } from "~/ui/Refused";
import { WorkList } from "~/ui/lists/WorkList";
import { hrefWith } from "~/ui/tables/address";

export const meta = () => pageTitle(MAIL_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const search = new URL(request.url).searchParams;
  const { states, kinds } = surveyOutbox(ctx);
  return {
    ...(await showLongList(ctx, request, mailSource(ctx, search))),
    inState: mailStateOf(search),
    states,
    options: { kind: kinds.map(({ kind }) => ({ value: kind, label: describeKind(kind) })) },
    sends: sendsMail(),
    givenUp: mailStateOf(search) === "failed" ? countGivenUp(ctx.db, ctx.now) : 0,
    atOnce: MOST_AT_ONCE,
    alarms: listAlarms(ctx.db),
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, mailPageForm);
  if (!form.ok) return form.reply;
  if (form.value.intent === "resend-all") {
    const sent = resendGivenUp(ctx, form.value.reason);
    if (!sent.ok) return form.refuse("Nothing is left that could be sent again. Reload the page.");
    const said = `${plural(sent.value, "message")} will be sent again.`;
    const left = countGivenUp(ctx.db, ctx.now);
    if (left === 0) throw await redirectWithToast("/admin/mail?state=queued", said);
    const more = `${plural(left, "message is", "messages are")} left: send them again in the same way.`;
    throw await redirectWithToast("/admin/mail?state=failed", `${said} ${more}`);
  }
  const outcome = dismissAlarm(ctx, form.value.topic);
  if (!outcome.ok) return form.refuse("It has been seen to in the meantime. Reload the page.");
  throw await redirectWithToast("/admin/mail", "It shows again with the next refusal of its kind.");
}

export default function Mail() {
  const { inState, states, options, sends, givenUp, atOnce, alarms, timeZone, ...list } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const [search] = useSearchParams();
  const countOf = (state: string) => states.find((each) => each.state === state)?.count ?? 0;
  const all = states.reduce((sum, each) => sum + each.count, 0);
  return (
    <Page title={MAIL_LIST.title} lead="Every message that Hourbook wrote, and what became of it." width="wide">
      {sends ? null : (
        <Notice tone="info" title="No mail server is set, so nothing leaves this machine">
          <p>Messages wait here. Open one to see what its recipient would get.</p>
        </Notice>
      )}
      {result ? <Refused result={result} /> : null}
      {alarms.length > 0 ? <AlarmSection alarms={alarms} timeZone={timeZone} /> : null}
      <Tabs
        label="State"
        tabs={[
          { label: "All", to: hrefWith(search, { state: null }), current: inState === null, count: all },
          ...MESSAGE_STATES.map((state) => ({
            label: MESSAGE_STATE_LABELS[state],
            to: hrefWith(search, { state }),
            current: inState === state,
            count: countOf(state),
          })),
        ]}
      />
      <WorkList
        shape={MAIL_LIST}
        list={list}
        options={options}
        cells={MAIL_CELLS}
        empty={
          <EmptyState icon={<MailIcon aria-hidden />} title="No messages">
            <p>None has come here yet.</p>
          </EmptyState>
        }
      />
      {givenUp > 0 ? <ResendAllForm count={givenUp} most={atOnce} lastResult={result} /> : null}
    </Page>
  );
}
