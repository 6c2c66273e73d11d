import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MessageBody } from "~/desks/admin/MessageBody";
import { MessageStatus } from "~/desks/admin/mail-cells";
import { getPersonMail } from "~/desks/people/person-mail.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireActor } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { Facts, Notice, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.mail.subject ?? "Mail");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const personId = param(params, "id");
  const view = new URL(request.url).searchParams.get("view") === "text" ? ("text" as const) : ("html" as const);
  const mail = getPersonMail(ctx, personId, param(params, "mailId"));
  return data({ personId, view, mail, timeZone: getHomeProvider(ctx.db).timeZone });
}

export default function PersonMail() {
  const { personId, view, mail, timeZone } = useLoaderData<typeof loader>();
  const at = (time: number | null) => (time === null ? null : formatDateTime(time, timeZone));
  return (
    <Page
      title={mail.subject}
      breadcrumbs={[{ label: mail.name, to: `/people/${personId}${mail.back}` }]}
      actions={
        mail.administers ? (
          <LinkButton to={`/admin/mail/${mail.id}`} variant="secondary">
            In the outbox
          </LinkButton>
        ) : undefined
      }
    >
      <Facts
        items={[
          { label: "To", value: mail.recipient },
          { label: "State", value: <MessageStatus state={mail.state} /> },
          { label: "Written", value: at(mail.createdAt) },
          { label: "Sent", value: at(mail.sentAt) },
          { label: "Waits for the summary of", value: at(mail.digestDueAt) },
          { label: "Attached", value: mail.attachments.join(", ") || null },
          { label: "Held back because", value: mail.suppressedBecause },
          { label: "Last error", value: mail.lastError },
        ]}
      />
      {mail.hidden ? (
        <Notice tone="info" title="The link in this message is not shown">
          <p>It works without a password.</p>
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
        <MessageBody subject={mail.subject} html={mail.html} text={mail.text} view={view} />
      </div>
    </Page>
  );
}
