import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { checkInWindowAt } from "~/attendance/marks/moment";
import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS } from "~/credits/claims/claim-status";
import { listMyOpenClaims } from "~/credits/claims/my-claims.server";
import { MyTasks } from "~/desks/microcredentials/MyTasks";
import { listMyTasks } from "~/microcredentials/portfolios/my-tasks.server";
import { requireEducator } from "~/people/roles/permission.server";
import { formatClockHours, formatDateTime, formatHours, formatSessionLine } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { listMyMoves, listMyNextSessions, listMyOpenRegistrations } from "~/registration/mine/my-registrations.server";
import { findAnswer } from "~/renewal/progress/certificate-page.server";
import { isOffered } from "~/registration/seats/held-seat";
import { LinkButton } from "~/ui/Button";
import { Card, CardLink, EmptyState, Notice, Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";

export const meta = () => pageTitle("My desk");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({
    name: ctx.actor.name,
    next: listMyNextSessions(ctx).map((session) => ({
      ...session,
      checkIn: session.ownMinutes === null && checkInWindowAt(session, ctx.now) === "open",
    })),
    places: listMyOpenRegistrations(ctx),
    moves: listMyMoves(ctx),
    claims: listMyOpenClaims(ctx),
    tasks: listMyTasks(ctx),
    answer: findAnswer(ctx),
  });
}

export default function EducatorDesk() {
  const { name, next, places, moves, claims, tasks, answer } = useLoaderData<typeof loader>();
  const offered = places.filter(isOffered);
  const mine = claims.filter(
    (claim) => claim.status === "open" || claim.status === "returned" || claim.missing.length > 0,
  );
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
      {mine.length > 0 ? (
        <Section
          title="Hours to claim"
          description="Oldest first. Hours reach your transcript when the registrar has posted them."
        >
          <ul className="grid gap-3">
            {mine.map((claim) => (
              <li key={claim.id}>
                <Card className="flex flex-wrap items-center justify-between gap-4">
                  <div className="min-w-0">
                    <Link to={`/claims/${claim.id}`} className="link text-lg font-semibold">
                      {claim.title}
                    </Link>
                    <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
                      <Status tone={CLAIM_STATUS_TONES[claim.status]}>{CLAIM_STATUS_WORDS[claim.status]}</Status>
                      <span className="text-soft">
                        {formatClockHours(claim.earnedMinutes)} earned
                        {claim.status !== "open" && claim.missing.length > 0
                          ? ` · missing: ${claim.missing.join(" and ")}`
                          : ""}
                      </span>
                    </p>
                  </div>
                  <LinkButton to={`/claims/${claim.id}`} variant="secondary">
                    {claim.status === "open" ? `Claim ${formatHours(claim.earnedMinutes)} hours` : "Continue"}
                    <span className="sr-only">: {claim.title}</span>
                  </LinkButton>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
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
      </Section>
      <CardLink to="/certificate" title="My certificate">
        <p>{answer ?? "Enter once what your paper says, and see here what you still need, and by when."}</p>
      </CardLink>
    </Page>
  );
}
