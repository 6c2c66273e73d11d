import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkInWindowAt } from "~/attendance/marks/moment";
import { listMyOpenClaims } from "~/credits/claims/my-claims.server";
import { HoursToClaim } from "~/desks/educator/HoursToClaim";
import { MyTasks } from "~/desks/microcredentials/MyTasks";
import { listMyTasks } from "~/microcredentials/portfolios/my-tasks.server";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDateTime, formatSessionLine } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { listMyMoves, listMyNextSessions, listMyOpenRegistrations } from "~/registration/mine/my-registrations.server";
import { findAnswer } from "~/renewal/progress/certificate-page.server";
import { isOffered } from "~/registration/seats/held-seat";
import { LinkButton } from "~/ui/Button";
import { Card, CardLink, EmptyState, Notice, Page, Section } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("My desk");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { rows, total } = listMyNextSessions(ctx);
  return data({
    name: ctx.actor.name,
    next: rows.map((session) => ({
      ...session,
      checkIn: session.ownMinutes === null && checkInWindowAt(session, ctx.now) === "open",
    })),
    sessionsToCome: total,
    places: listMyOpenRegistrations(ctx),
    moves: listMyMoves(ctx),
    claims: listMyOpenClaims(ctx),
    tasks: listMyTasks(ctx),
    answer: findAnswer(ctx),
  });
}

export default function EducatorDesk() {
  const { name, next, sessionsToCome, places, moves, claims, tasks, answer } = useLoaderData<typeof loader>();
  const offered = places.filter(isOffered);
  return (
    <Page
      title="My desk"
      lead={`Hello, ${name}.`}
      actions={
        <LinkButton to="/claim" variant="secondary">
          Enter a claim code
        </LinkButton>
      }
    >
      {offered.map((place) => (
        <Notice
          key={place.registrationId}
          tone="attention"
          title={`A seat is held for you: ${place.title}`}
          action={<LinkButton to={`/registrations/${place.registrationId}`}>Review and accept</LinkButton>}
        >
          Accept it until {formatDateTime(place.offerExpiresAt, place.timeZone)}. After that it goes to the next person.
        </Notice>
      ))}
      {moves.map((move) => (
        <Notice
          key={move.registrationId}
          tone="attention"
          title={`The dates or the place changed: ${move.title}`}
          action={<LinkButton to={`/registrations/${move.registrationId}`}>See what changed</LinkButton>}
        >
          You kept your seat. Say whether the change suits you, or leave without penalty.
        </Notice>
      ))}
      <HoursToClaim claims={claims} />
      <MyTasks {...tasks} />
      <Section title="What is next">
        {next.length === 0 ? (
          <EmptyState title="No sessions ahead" action={<LinkButton to="/catalog">Browse the catalog</LinkButton>}>
            When you register for an offering, its sessions stand here.
          </EmptyState>
        ) : (
          <ol className="grid gap-3">
            {next.map((session) => (
              <li key={session.sessionId}>
                <Card>
                  <Link to={`/registrations/${session.registrationId}`} className="link text-lg font-semibold">
                    {session.title}
                  </Link>
                  <p className="mt-1">
                    {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                  </p>
                  {session.ownMinutes === null ? (
                    <p className="text-soft">{session.place ?? session.offeringPlace}</p>
                  ) : (
                    <p className="mt-3">
                      <LinkButton to={`/registrations/${session.registrationId}#steps`} variant="secondary">
                        Your steps<span className="sr-only"> of {session.title}</span>
                      </LinkButton>
                    </p>
                  )}
                  {session.checkIn ? (
                    <p className="mt-3">
                      <LinkButton
                        to={`/check-in/${session.sessionId}`}
                        variant="secondary"
                        aria-label={`Check in to ${session.title}`}
                      >
                        Check in
                      </LinkButton>
                    </p>
                  ) : null}
                </Card>
              </li>
            ))}
          </ol>
        )}
        <HowMany
          which="next"
          shown={next.length}
          total={sessionsToCome}
          noun="sessions"
          all={{ to: "/registrations", label: "See all your registrations" }}
        />
      </Section>
      <CardLink to="/certificate" title="My certificate">
        <p>{answer ?? "Enter once what your paper says, and see here what you still need, and by when."}</p>
      </CardLink>
    </Page>
  );
}
