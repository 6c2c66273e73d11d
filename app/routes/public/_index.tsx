import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import { getContext } from "~/people/roles/permission.server";
import { publicMeta } from "~/platform/http/public-meta";
import { CatalogResult } from "~/desks/public/CatalogResult";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { searchCatalog } from "~/desks/public/offering-search.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { Card, EmptyState, Page, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

const TITLE = "Professional learning that counts";
const LEAD =
  "Hourbook is where the region’s educators register for courses and keep their clock hours, from the first search to the transcript.";

export const meta = ({ matches }: MetaArgs) =>
  publicMeta(matches, {
    title: TITLE,
    description: LEAD,
    path: "/",
  });

const SOON = 4;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const soon = searchCatalog(
    ctx.db,
    { now: ctx.now, personId: null },
    readCatalogFilters(new URLSearchParams({ open: "1" })),
    1,
  );
  return data({
    signedIn: ctx.actor !== null,
    areas: listProgramAreas(ctx.db),
    soon: soon.entries.slice(0, SOON),
    courses: soon.total,
  });
}

const PEOPLE = [
  {
    who: "Educators",
    text: "Find a course, take a seat, claim the clock hours you earned, and download a transcript that your district accepts.",
  },
  {
    who: "People who run courses",
    text: "Plan offerings, see who is coming, take attendance on a phone at the door, and post hours without paper.",
  },
  {
    who: "District HR",
    text: "See the verified hours of your own staff and export them before the salary cut-off, codes and names intact.",
  },
];

export default function Home() {
  const { signedIn, areas, soon } = useLoaderData<typeof loader>();
  return (
    <Page title={TITLE} lead={LEAD} actions={signedIn ? <LinkButton to="/desk">Go to my desk</LinkButton> : undefined}>
      <Form method="get" action="/catalog" role="search" aria-label="Find a course" className="flex flex-wrap gap-3">
        <input
          type="search"
          name="q"
          aria-label="What do you want to learn?"
          placeholder="What do you want to learn?"
          className="input max-w-xl flex-1 basis-64"
        />
        <SubmitButton>Search the catalog</SubmitButton>
      </Form>
      <div className="grid gap-4 md:grid-cols-3">
        {PEOPLE.map(({ who, text }) => (
          <Card key={who}>
            <h2 className="text-lg font-semibold">{who}</h2>
            <p className="mt-1 text-soft">{text}</p>
          </Card>
        ))}
      </div>
      <Section
        title="Coming soon, with open seats"
        actions={
          <Link to="/catalog" className="link py-1">
            See the whole catalog
          </Link>
        }
      >
        {soon.length > 0 ? (
          <div className="grid gap-4 lg:grid-cols-2">
            {soon.map((entry) => (
              <CatalogResult key={entry.courseId} entry={entry} />
            ))}
          </div>
        ) : (
          <EmptyState title="Nothing is open right now">
            <p>New courses appear here as soon as they are published.</p>
          </EmptyState>
        )}
      </Section>
      <Section title="Program areas">
        <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {areas.map(({ code, name }) => (
            <li key={code} className="border-b border-line">
              <Link to={`/catalog?area=${code}`} className="link flex min-h-11 items-center">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
