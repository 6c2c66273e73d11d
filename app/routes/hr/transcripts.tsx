import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describePeriod } from "~/documents/issuing/period-words";
import { readPeopleChoice } from "~/hr/archives/archive-choice.server";
import { listArchivePeople } from "~/hr/archives/archive-people.server";
import { ArchiveForm } from "~/hr/archives/ArchiveForm";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Transcripts of my district");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { search, searchParams } = new URL(request.url);
  const { organisation, period, filter } = readPeopleChoice(ctx, searchParams);
  const none = { people: [], total: 0 };
  const found = period.problem ? none : listArchivePeople(ctx, organisation, filter, searchParams.getAll("person"));
  return {
    organisation: organisation.name,
    period: describePeriod(period),
    ...found,
    archive: `/hr/transcripts/archive${search}`,
  };
}

export default function Transcripts() {
  const { organisation, period, people, total, archive } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Transcripts of my district"
      lead={`${organisation}: one signed transcript for each person, with what they completed while they belonged to you.`}
      breadcrumbs={[{ label: "People of my district", to: "/hr" }]}
    >
      {people.length > 0 ? (
        <>
          {total > people.length ? (
            <Notice
              tone="attention"
              title={`Only the first ${people.length.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} people, by name`}
            >
              <p>
                A download holds no more. For the others, filter your people first, by school or by name, and download
                part after part.
              </p>
            </Notice>
          ) : null}
          <ArchiveForm action={archive} people={people} />
          <Section title={plural(people.length, "person", "people")} description={period}>
            <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
              {people.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </Section>
        </>
      ) : (
        <EmptyState title="Nobody is chosen" action={<LinkButton to="/hr">Choose people</LinkButton>}>
          <p>Only people who belonged to the district in the period can be chosen.</p>
        </EmptyState>
      )}
    </Page>
  );
}
