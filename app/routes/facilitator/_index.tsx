import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getFacilitatorDesk } from "~/desks/facilitator/facilitator-desk.server";
import { TO_CONFIRM_PATH } from "~/desks/facilitator/my-offerings-list";
import { SessionCards } from "~/desks/facilitator/SessionCards";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { CardLink, EmptyState, Page, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";

export const meta = () => pageTitle("Sessions");

export async function loader({ request }: LoaderFunctionArgs) {
  return data(getFacilitatorDesk(await requireRole(request, "facilitator")));
}

export default function FacilitatorDesk() {
  const { today, ahead, toConfirm } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Sessions"
      lead="Open a session to take attendance."
      actions={
        <LinkButton to="/facilitator/offerings" variant="secondary">
          All my offerings
        </LinkButton>
      }
    >
      <Section title="Today">
        {today.length > 0 ? (
          <SessionCards sessions={today} />
        ) : (
          <EmptyState title="No session today">Rosters of coming sessions are below.</EmptyState>
        )}
      </Section>
      {toConfirm.total > 0 ? (
        <Section title="To confirm" description="People can claim their hours once you have confirmed attendance.">
          <ul className="grid gap-3 empty:hidden">
            {toConfirm.rows.map((offering) => (
              <li key={offering.offeringId}>
                <CardLink to={`/facilitator/offerings/${offering.offeringId}`} title={offering.title}>
                  <p className="text-soft">
                    Ended {formatDate(offering.endsAt, offering.timeZone)} ·{" "}
                    {plural(offering.expected, "person", "people")}
                  </p>
                </CardLink>
              </li>
            ))}
          </ul>
          <HowMany
            shown={toConfirm.rows.length}
            total={toConfirm.total}
            noun="offerings to confirm"
            all={{ to: TO_CONFIRM_PATH, label: "See all of them" }}
          />
        </Section>
      ) : null}
      <Section title="Next three weeks">
        {ahead.length > 0 ? <SessionCards sessions={ahead} /> : <p className="text-soft">Nothing is scheduled.</p>}
      </Section>
    </Page>
  );
}
