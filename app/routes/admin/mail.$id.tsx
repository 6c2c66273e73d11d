import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { MessageBody } from "~/desks/admin/MessageBody";
import { MessageStatus } from "~/desks/admin/mail-cells";
import { requireRole } from "~/people/roles/permission.server";
import { ResendForm } from "~/desks/admin/ResendForm";
import { readForm } from "~/platform/http/form.server";
import { describeKind, formatDateTime } from "~/platform/format";
import { getMessage } from "~/desks/admin/outbox-desk.server";
import { pageTitle } from "~/platform/http/page-title";
import { resendMessage } from "~/messages/outbox/resend.server";
import { resendForm } from "~/messages/outbox/resend-form";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Facts, Notice, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { Link } from "~/ui/Link";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.message.subject ?? "Message");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const view = new URL(request.url).searchParams.get("view") === "text" ? ("text" as const) : ("html" as const);
  const message = await getMessage(ctx, params.id ?? "");
  return { view, message, timeZone: getHomeProvider(ctx.db).timeZone };
}

const REFUSALS = {
  "unknown-message": "This message does not exist any more. Reload the page.",
  "still-waiting": "It, or a repetition of it, still waits to be sent.",
  "secret-gone": "The link in this message was forgotten when it was sent. Let the person ask for a new one.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, resendForm);
  if (!form.ok) return form.reply;
  const outcome = resendMessage(ctx, { messageId: params.id ?? "", reason: form.value.reason });
  if (!outcome.ok) return form.refuse(REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/admin/mail/${outcome.value}`, "It will be sent again. This is the new message.");
}

export default function Message() {
  const { message, view, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <Page title={message.subject} breadcrumbs={[{ label: "Mail", to: "/admin/mail" }]}>
      <Facts
        items={[
          { label: "To", value: message.recipient },
          { label: "Kind", value: describeKind(message.kind) },
          { label: "State", value: <MessageStatus state={message.state} /> },
          { label: "Written", value: formatDateTime(message.createdAt, timeZone) },
          { label: "Sent", value: message.sentAt === null ? null : formatDateTime(message.sentAt, timeZone) },
          { label: "Attempts", value: message.attempts || null },
          { label: "Calendar entries", value: message.calendars.map(({ name }) => name).join(", ") || null },
          { label: "Last error", value: message.lastError },
          { label: "Held back because", value: message.suppressedBecause },
          {
            label: "Daily summary",
            value: message.digestDueAt === null ? null : `Waits for ${formatDateTime(message.digestDueAt, timeZone)}`,
          },
          { label: "Repeats", value: message.resendOf ? <MessageLink id={message.resendOf} /> : null },
          { label: "Part of", value: message.digestId ? <MessageLink id={message.digestId} /> : null },
        ]}
      />
      {message.hidden ? (
        <Notice tone="info" title="The link in this message is not shown">
          <p>It would sign its recipient in.</p>
        </Notice>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Tabs
          label="View"
          tabs={[
            { label: "Formatted", to: "?", current: view === "html" },
            { label: "Plain text", to: "?view=text", current: view === "text" },
          ]}
        />
        <MessageBody subject={message.subject} html={message.html} text={message.text} view={view} />
      </div>
      {message.canResend ? <ResendForm lastResult={lastResult} /> : null}
    </Page>
  );
}

function MessageLink({ id }: { id: string }) {
  return (
    <Link to={`/admin/mail/${id}`} className="link">
      Another message
    </Link>
  );
}
