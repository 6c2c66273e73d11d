import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { CalendarClock } from "lucide-react";
import { ChooseOrganisation } from "~/hr/renewals/ChooseOrganisation";
import { SchoolSummary } from "~/hr/renewals/SchoolSummary";
import { RENEWAL_CELLS } from "~/hr/renewals/renewal-cells";
import { RENEWAL_LIST } from "~/hr/renewals/renewal-list";
import { readRenewalChoice, renewalSource } from "~/hr/renewals/renewal-list.server";
import { summarizeBySchool } from "~/hr/renewals/school-summary.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { buttonLook, LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Kept } from "~/ui/lists/ListFilters";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(RENEWAL_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const choice = readRenewalChoice(ctx, search);
  return {
    ...choice,
    summary: summarizeBySchool(ctx, choice.organisation),
    ...showList(ctx, request, renewalSource(ctx, search)),
  };
}

const FORM = "write";
const KEPT = RENEWAL_LIST.filters.map(({ name }) => name);

export default function Renewals() {
  const { organisations, organisation, summary, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      title={RENEWAL_LIST.title}
      lead={`${organisation.name}: people who work for you and show you what the renewal of their certificate takes. Looking is recorded.`}
      actions={
        <LinkButton to="/hr/paraeducators" variant="secondary">
          Paraeducators
        </LinkButton>
      }
      width="wide"
    >
      <ChooseOrganisation organisations={organisations} chosen={organisation.id} kept={KEPT} />
      <WorkList
        shape={RENEWAL_LIST}
        list={list}
        cells={RENEWAL_CELLS}
        selection={{
          form: FORM,
          name: "person",
          label: (person) => `Write to ${person.name}`,
          actions: (
            <Form
              id={FORM}
              method="get"
              action="/hr/renewals/write"
              className="flex flex-wrap items-center gap-x-3 gap-y-1"
            >
              <Kept names={["organization", ...KEPT]} search={search} />
              <button type="submit" {...buttonLook({ variant: "secondary" })}>
                Write to them
              </button>
              <p className="text-[0.9375rem] text-soft">None ticked: everybody in the list who lacks hours.</p>
            </Form>
          ),
        }}
        empty={
          <EmptyState icon={<CalendarClock aria-hidden />} title="Nobody matches">
            <p>
              Nobody stands here by themselves: people choose under My certificate to show HR what their renewal takes.
            </p>
          </EmptyState>
        }
      />
      <SchoolSummary {...summary} />
    </Page>
  );
}
