import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listGivenUp, unreachableSource } from "~/desks/coordinator/unreachable.server";
import { FAILURES_PARAMETER, UNREACHABLE_LIST } from "~/desks/coordinator/unreachable-list";
import { FailureTable, UNREACHABLE_CELLS } from "~/desks/coordinator/UnreachableTable";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { asksForAll } from "~/ui/lists/show-all";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(UNREACHABLE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { searchParams } = new URL(request.url);
  const givenUp = listGivenUp(ctx, asksForAll(searchParams, FAILURES_PARAMETER));
  return data({ ...showList(ctx, request, unreachableSource(ctx)), givenUp });
}

export default function Unreachable() {
  const { givenUp, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={UNREACHABLE_LIST.title}
      lead="People in your offerings to come to whom mail comes back. They are asked for another address when they sign in; until then, call them."
      width="wide"
    >
      <WorkList
        shape={UNREACHABLE_LIST}
        list={list}
        cells={UNREACHABLE_CELLS}
        empty={
          <EmptyState title="Everybody can be reached">
            <p>No mail to anybody in your offerings to come has come back.</p>
          </EmptyState>
        }
      />
      <Section
        title="Messages that were given up"
        description="To people in your offerings to come, in the last 30 days. An administrator can send one again."
      >
        <FailureTable failures={givenUp.failures} />
        <HowMany shown={givenUp.failures.length} total={givenUp.total} noun="messages" parameter={FAILURES_PARAMETER} />
      </Section>
    </Page>
  );
}
