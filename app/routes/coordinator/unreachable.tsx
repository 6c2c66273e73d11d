import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { listUnreachable } from "~/desks/coordinator/unreachable.server";
import { FailureTable, UnreachableTable } from "~/desks/coordinator/UnreachableTable";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Who cannot be reached");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  return data({ ...listUnreachable(ctx), timeZone: getHomeProvider(ctx.db).timeZone });
}

export default function Unreachable() {
  const { people, failures, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Who cannot be reached"
      lead="People in your offerings to come to whom mail comes back. They are asked for another address when they sign in; until then, call them."
      width="wide"
    >
      <UnreachableTable people={people} timeZone={timeZone} />
      <Section
        title="Messages that were given up"
        description="To people in your offerings to come, in the last 30 days. An administrator can send one again."
      >
        <FailureTable failures={failures} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
