import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { MODALITIES, MODALITY_LABELS } from "~/catalog/offerings/offering-state";
import { getWhatIfPage } from "~/desks/renewal/what-if-desk.server";
import { requireEducator } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { RequirementBars } from "~/renewal/progress/RequirementBars";
import { topicInWords } from "~/renewal/progress/requirement-words";
import { HoursList } from "~/renewal/what-if/HoursList";
import { hrefAnd, hrefWithout } from "~/renewal/what-if/tried-address";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Notice, Page, Section } from "~/ui/frame/Page";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";

export const meta = () => pageTitle("What if");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ page: getWhatIfPage(ctx, new URL(request.url).searchParams) });
}

const CRUMBS = [{ label: "My certificate", to: "/certificate" }];

export default function WhatIfPage() {
  const { page } = useLoaderData<typeof loader>();
  if (page) return <Tries {...page} />;
  return (
    <Page title="What if" breadcrumbs={CRUMBS}>
      <EmptyState
        title="Enter your certificate first"
        action={<LinkButton to="/certificate/papers/new">Enter your certificate</LinkButton>}
      >
        What would close a gap follows from what your paper says.
      </EmptyState>
    </Page>
  );
}

type Loaded = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["page"]>;

function Tries({ found, modality, seats, tried, mostTried, proposed, catalog }: Loaded) {
  const [search] = useSearchParams();
  const isLate = ({ id }: { id: string }) => found.tooLate.includes(id);
  const lateNote = (each: { id: string }) =>
    isLate(each) ? <p className="text-[0.9375rem]">Ends after your last day, so it would not count.</p> : null;
  return (
    <Page
      title="What if"
      lead={
        <strong className="text-xl text-ink">
          {seats.length + tried.length > 0 ? withAll(found.answer) : found.answer}
        </strong>
      }
      breadcrumbs={CRUMBS}
    >
      <Notice tone="info" title="Nothing of this is earned yet">
        <p>What is striped is planned or only tried here. It counts once you attended, claimed, and it was posted.</p>
      </Notice>
      <Section title="What it would come to">
        <RequirementBars requirements={found.requirements} planned={found.planned} />
      </Section>
      <Section title="Planned: where you have a seat">
        {seats.length > 0 ? (
          <HoursList hours={seats} note={lateNote} />
        ) : (
          <p className="text-soft">You have no seat in anything to come.</p>
        )}
      </Section>
      {tried.length > 0 ? (
        <Section
          title="Tried"
          description={`Only here: you are not registered by it.${mostTried === null ? "" : ` No more than ${mostTried} are tried at once: leave one out to try another.`}`}
        >
          <HoursList
            hours={tried}
            note={lateNote}
            action={({ id, href, title }) => (
              <div className="flex flex-wrap gap-2">
                <LinkButton to={href} aria-label={`Go to ${title}`}>
                  Go to it
                </LinkButton>
                <LinkButton
                  to={hrefWithout(search, id)}
                  variant="secondary"
                  preventScrollReset
                  aria-label={`Leave out ${title}`}
                >
                  Leave out
                </LinkButton>
              </div>
            )}
          />
        </Section>
      ) : null}
      {found.met ? null : (
        <Section
          title="What would close the gap"
          description="What fits best first: open, within your cycle, for your work, and without a clash with what you hold."
          actions={catalog.map(({ code, href }) => (
            <LinkButton key={href} to={href} variant="secondary">
              {code ? `Catalog: ${topicInWords(code)}` : "Catalog: hours of any kind"}
            </LinkButton>
          ))}
        >
          <FilterBar label="How to take part">
            <FilterSelect
              name="modality"
              label="How"
              defaultValue={modality}
              options={[
                { value: "", label: "In person or online" },
                ...MODALITIES.map((value) => ({ value, label: MODALITY_LABELS[value] })),
              ]}
            />
            {search.getAll("try").map((id) => (
              <input key={id} type="hidden" name="try" value={id} />
            ))}
          </FilterBar>
          {proposed.length > 0 ? (
            <HoursList
              hours={proposed}
              note={({ words }) => words}
              action={({ id, title }) =>
                mostTried === null ? (
                  <LinkButton
                    to={hrefAnd(search, id)}
                    variant="secondary"
                    preventScrollReset
                    aria-label={`Try ${title}`}
                  >
                    Try it
                  </LinkButton>
                ) : null
              }
            />
          ) : (
            <EmptyState title="Nothing in the catalog closes it right now">
              New offerings are added all year. A growth plan may count, too.
            </EmptyState>
          )}
        </Section>
      )}
    </Page>
  );
}

/** The first line as it would be: "With all of this, you need …". */
const withAll = (answer: string): string =>
  answer.startsWith("You ") ? `With all of this, you ${answer.slice("You ".length)}` : answer;
