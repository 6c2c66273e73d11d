import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHomeProvider } from "~/people/home-provider.server";
import { MessageBody } from "~/people/MessageBody";
import { MessageStatus } from "~/people/MessageTable";
import { requireRole } from "~/people/permission.server";
import { formatDateTime } from "~/platform/format";
import { describeKind } from "~/platform/message-words";
import { getMessage } from "~/platform/outbox-desk.server";
import { pageTitle } from "~/platform/page-title";
import { Facts, Notice, Page } from "~/ui/Page";
import { Tabs } from "~/ui/Tabs";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.message.subject ?? "Message");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const view = new URL(request.url).searchParams.get("view") === "text" ? ("text" as const) : ("html" as const);
  const message = await getMessage(ctx, params.id ?? "");
  return { view, message, timeZone: getHomeProvider(ctx.db).timeZone };
}

export default function Message() {
  const { message, view, timeZone } = useLoaderData<typeof loader>();
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
          { label: "Last error", value: message.lastError },
        ]}
      />
      {message.hidden ? (
        <Notice tone="info" title="The link in this message is not shown">
          <p>It would sign its recipient in.</p>
        </Notice>
      ) : null}
      <div className="grid gap-4">
        <Tabs
          label="View"
          tabs={[
            { label: "Formatted", to: "?", current: view === "html" },
            { label: "Plain text", to: "?view=text", current: view === "text" },
          ]}
        />
        <MessageBody subject={message.subject} html={message.html} text={message.text} view={view} />
      </div>
    </Page>
  );
}
