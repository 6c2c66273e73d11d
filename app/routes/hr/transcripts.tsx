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
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Transcripts of my district");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { search, searchParams } = new URL(request.url);
  const { organisation, period, filter } = readPeopleChoice(ctx, searchParams);
  const chosen = new Set(searchParams.getAll("person"));
  const all = period.problem ? [] : listArchivePeople(ctx, organisation, filter);
  return {
    organisation: organisation.name,
    period: describePeriod(period),
    people: chosen.size > 0 ? all.filter(({ id }) => chosen.has(id)) : all,
    archive: `/hr/transcripts/archive${search}`,
  };
}

export default function Transcripts() {
  const { organisation, period, people, archive } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Transcripts of my district"
      lead={`${organisation}: one signed transcript for each person, with what they completed while they belonged to you.`}
      breadcrumbs={[{ label: "People of my district", to: "/hr" }]}
    >
      {people.length > 0 ? (
        <>
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
