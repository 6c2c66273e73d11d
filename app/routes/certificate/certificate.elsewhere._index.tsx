import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { listMyOutside } from "~/renewal/outside/outside-page.server";
import { OutsideTable } from "~/renewal/outside/OutsideTable";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Hours from elsewhere");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listMyOutside(await requireEducator(request)) });
}

export default function HoursFromElsewhere() {
  const { rows } = useLoaderData<typeof loader>();
  const enter = (
    <>
      <LinkButton to="/certificate/elsewhere/new">Enter hours or credits</LinkButton>
      <LinkButton to="/certificate/elsewhere/document" variant="secondary">
        Hand in a signed document
      </LinkButton>
    </>
  );
  return (
    <Page
      title="Hours from elsewhere"
      lead="Clock hours of other providers, college credits and National Board components. They count for your renewal, and never as verified clock hours of Hourbook."
      breadcrumbs={[{ label: "My certificate", to: "/certificate" }]}
      actions={rows.length > 0 ? enter : null}
    >
      {rows.length > 0 ? (
        <OutsideTable rows={rows} link={({ id }) => `/certificate/elsewhere/${id}`} />
      ) : (
        <EmptyState title="Nothing from elsewhere yet" action={enter}>
          Enter what you earned in other places. It counts by your own word, or a registrar can check it for you.
        </EmptyState>
      )}
    </Page>
  );
}
