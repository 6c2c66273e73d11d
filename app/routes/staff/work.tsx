import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SessionCards } from "~/desks/facilitator/SessionCards";
import { CounterCards } from "~/desks/work/CounterCards";
import { isStaff, readWork } from "~/desks/work/work.server";
import { requireActor } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Work");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  if (!isStaff(ctx)) throw redirect("/desk");
  return data({ name: ctx.actor.name, ...readWork(ctx) });
}

export default function Work() {
  const { name, today, asked, desks } = useLoaderData<typeof loader>();
  const busy = desks.filter(({ counters, offerings }) => counters.length + offerings.length > 0);
  return (
    <Page title="Work" lead={`Hello, ${name}.`}>
      {today.length > 0 ? (
        <Section title="You teach today">
          <SessionCards sessions={today} />
        </Section>
      ) : null}
      {asked ? (
        <Section title="People ask">
          <CounterCards counters={[asked]} />
        </Section>
      ) : null}
      {busy.map((desk) => (
        <Section key={desk.to} title={desk.label}>
          <CounterCards counters={desk.counters} />
          {desk.offerings.length > 0 ? (
            <ul className="grid gap-1">
              {desk.offerings.map((offering) => (
                <li key={offering.id}>
                  <Link to={offering.to} className="link py-1 pointer-coarse:inline-block pointer-coarse:py-3">
                    {offering.title}
                  </Link>
                  <span className="text-soft"> · {offering.need}</span>
                </li>
              ))}
            </ul>
          ) : null}
          {desk.hasMore ? (
            <p className="text-[0.9375rem] text-soft">
              Of each kind, the ones that begin first. More come up as these are settled.
            </p>
          ) : null}
        </Section>
      ))}
      {today.length === 0 && !asked && busy.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          What you approve, confirm, verify or answer stands here as it comes.
        </EmptyState>
      ) : null}
    </Page>
  );
}
