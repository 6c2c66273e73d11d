import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Users } from "lucide-react";
import { describePeriod } from "~/documents/issuing/period-words";
import { readPeopleChoice } from "~/hr/archives/archive-choice.server";
import { countToConfirm } from "~/hr/confirming/waiting-affiliation.server";
import { HrFilters } from "~/hr/people/HrFilters";
import { PEOPLE_CELLS, TRANSCRIPT_CHOICE, TranscriptChoice } from "~/hr/people/people-cells";
import { OctoberNotice } from "~/hr/people/OctoberNotice";
import { PEOPLE_LIST } from "~/hr/people/people-list";
import { listBuildings, peopleSource } from "~/hr/people/people-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { longDayOf, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LIST_PARAMETERS } from "~/platform/lists/list-shape";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Notice, Page } from "~/ui/frame/Page";
import { Kept } from "~/ui/lists/ListFilters";
import { WorkList } from "~/ui/lists/WorkList";
import { FilterSelect } from "~/ui/tables/filters";

export const meta = () => pageTitle(PEOPLE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const { filter, ...choice } = readPeopleChoice(ctx, search);
  return {
    ...choice,
    on: filter.on,
    buildings: listBuildings(ctx.db, choice.organisation.id, filter),
    toConfirm: countToConfirm(ctx.db, ctx),
    ...showList(ctx, request, peopleSource(ctx, search)),
  };
}

const OWN = [...PEOPLE_LIST.filters.map(({ name }) => name), ...LIST_PARAMETERS.filter((name) => name !== "page")];

export default function People() {
  const { organisations, organisation, period, periods, on, octobers, buildings, toConfirm, ...list } =
    useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      title={PEOPLE_LIST.title}
      lead={
        on === null
          ? `${organisation.name}: people who belonged to it in the period, and the clock hours they completed while they did.`
          : `${organisation.name}: who was on the staff on ${longDayOf(on)}, and the clock hours they completed in the period.`
      }
      width="wide"
    >
      {toConfirm > 0 ? (
        <Notice
          tone="info"
          title={`${plural(toConfirm, "person says", "people say")} that they work for you`}
          action={
            <LinkButton to="/hr/affiliations" variant="secondary">
              Say whether they are yours
            </LinkButton>
          }
        >
          Until you confirm them, they and their hours are not in your lists and exports.
        </Notice>
      ) : null}
      <div className="grid max-w-2xl gap-1">
        <HrFilters
          label="Period"
          organisations={organisations}
          organisationId={organisation.id}
          period={period}
          periods={periods}
        >
          <FilterSelect name="october" label="On the staff" defaultValue={on?.slice(0, 4) ?? ""} options={octobers} />
          <Kept names={OWN} search={search} />
        </HrFilters>
        <p className="text-[0.9375rem] text-soft">{period.problem ? null : describePeriod(period)}</p>
      </div>
      {on === null ? null : <OctoberNotice on={on} search={search} />}
      {period.problem ? (
        <Notice tone="attention" title={period.problem} />
      ) : (
        <WorkList
          shape={PEOPLE_LIST}
          list={list}
          cells={PEOPLE_CELLS}
          options={{ building: buildings }}
          selection={{
            form: TRANSCRIPT_CHOICE,
            name: "person",
            label: (person) => `Transcript of ${person.name}`,
            actions: <TranscriptChoice search={search} />,
          }}
          empty={
            <EmptyState icon={<Users aria-hidden />} title="Nobody matches">
              <p>Only people who belonged to the district in this period are listed. Try another period.</p>
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
