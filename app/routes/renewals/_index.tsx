import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { CalendarClock } from "lucide-react";
import { ChooseOrganisation } from "~/hr/renewals/ChooseOrganisation";
import { RENEWAL_CELLS } from "~/hr/renewals/renewal-cells";
import { RENEWAL_LIST } from "~/hr/renewals/renewal-list";
import { openRenewals, readRenewalChoice } from "~/hr/renewals/renewal-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { buttonLook, LinkButton } from "~/ui/Button";
import { EmptyState, Notice, Page } from "~/ui/frame/Page";
import { Kept } from "~/ui/lists/ListFilters";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(RENEWAL_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const choice = readRenewalChoice(ctx, search);
  const { source, firstOf } = await openRenewals(ctx, search);
  return {
    ...choice,
    ...showList(ctx, request, source),
    firstOf,
  };
}

const FORM = "write";
const KEPT = RENEWAL_LIST.filters.map(({ name }) => name);

export default function Renewals() {
  const { organisations, organisation, firstOf, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      title={RENEWAL_LIST.title}
      lead={`${organisation.name}: people who work for you and show you what the renewal of their certificate takes. Looking is recorded.`}
      actions={
        <>
          <LinkButton to={`/hr/renewals/schools?organization=${organisation.id}`} variant="secondary">
            By school
          </LinkButton>
          <LinkButton to="/hr/paraeducators" variant="secondary">
            Paraeducators
          </LinkButton>
        </>
      }
      width="wide"
    >
      <ChooseOrganisation organisations={organisations} chosen={organisation.id} kept={KEPT} />
      {firstOf === null ? null : (
        <Notice tone="info" title={`Hours were added up for ${firstOf.toLocaleString("en-US")} people`}>
          <p>Those whose last day comes first. Others may be meant, too: choose an earlier last day, or no hours.</p>
        </Notice>
      )}
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
    </Page>
  );
}
