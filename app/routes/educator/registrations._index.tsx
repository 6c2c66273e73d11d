import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { endFeed, findFeedAddress, renewFeed } from "~/registration/calendar/calendar-feed.server";
import { datesInWords } from "~/desks/public/dates-in-words";
import { FeedSection } from "~/registration/calendar/FeedSection";
import { feedForm } from "~/registration/seats/registration-form";
import { listMyRegistrations, type MyRegistration } from "~/registration/mine/registration-page.server";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("My registrations");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ ...listMyRegistrations(ctx), feed: findFeedAddress(ctx) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, feedForm);
  if (!form.ok) return form.reply;
  const ends = form.value.intent === "end-feed";
  if (ends) endFeed(ctx);
  else renewFeed(ctx);
  throw await redirectWithToast("/registrations", ends ? "The address stopped working." : "This is your new address.");
}

export default function MyRegistrations() {
  const { coming, past, feed } = useLoaderData<typeof loader>();
  return (
    <Page
      title="My registrations"
      actions={
        <LinkButton to="/catalog" variant="secondary">
          Find a course
        </LinkButton>
      }
    >
      <Section title="Coming">
        <RegistrationTable
          caption="Coming registrations"
          rows={coming}
          empty={
            <EmptyState
              title="You are not registered for anything"
              action={<LinkButton to="/catalog">Find a course</LinkButton>}
            >
              <p>What you register for appears here, waitlists included.</p>
            </EmptyState>
          }
        />
      </Section>
      <FeedSection address={feed} />
      <Section title="Past">
        <RegistrationTable
          caption="Past registrations"
          rows={past}
          empty={<p className="text-soft">Nothing yet. What is over, or what you withdrew from, moves here.</p>}
        />
      </Section>
    </Page>
  );
}

function RegistrationTable(props: { caption: string; rows: MyRegistration[]; empty: ReactNode }) {
  return (
    <DataTable
      {...props}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          header: "Course",
          primary: true,
          cell: (row) => (
            <Link to={`/registrations/${row.id}`} className="link">
              {row.title}
            </Link>
          ),
        },
        {
          key: "when",
          header: "When",
          cell: (row) =>
            row.startsAt === null || row.endsAt === null
              ? "To be announced"
              : datesInWords({ ...row, startsAt: row.startsAt, endsAt: row.endsAt }),
        },
        { key: "where", header: "Where", cell: (row) => row.place },
        { key: "status", header: "Status", cell: (row) => <RegistrationStatus {...row} /> },
      ]}
    />
  );
}
