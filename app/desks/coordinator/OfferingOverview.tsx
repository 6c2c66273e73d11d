import { KeepTemplate } from "~/catalog/templates/KeepTemplate";
import { PlanChanges } from "~/catalog/approval/PlanParts";
import type { OfferingState } from "~/catalog/offerings/offering-state";
import { formatDateTime, formatHours, formatPlainDate, formatSessionLine, plural } from "~/platform/format";
import { seatsInWords } from "~/registration/seats/Seats";
import { LinkButton } from "~/ui/Button";
import { Facts, Section } from "~/ui/frame/Page";
import { type Step, Steps } from "~/ui/Steps";
import { OfferingActions } from "./OfferingActions";
import type { OfferingOverview as Overview } from "./offering-page.server";
import { Link } from "~/ui/Link";

interface OfferingOverviewProps {
  title: string;
  offering: {
    id: string;
    state: OfferingState;
    timeZone: string;
    inServiceNumber: string | null;
    approvedMinutes: number | null;
    claimCode: string | null;
    publishedAt: number | null;
    cancelledAt: number | null;
    cancelReason: string | null;
  };
  overview: Overview;
  lastResult: Parameters<typeof OfferingActions>[0]["lastResult"];
}

/** Where an offering stands and what to do next, its sessions, and what the committee decided. */
export function OfferingOverview({ title, offering, overview, lastResult }: OfferingOverviewProps) {
  const { seats, claims, sessions, decisions } = overview;
  const claimed = claims.open + claims.claimed + claims.posted;
  return (
    <>
      <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] md:items-start">
        <Section title="Where it stands">
          <Steps steps={stepsOf(offering, overview)} />
        </Section>
        <OfferingActions offering={offering} overview={overview} lastResult={lastResult} />
      </div>
      <Section title="At a glance">
        <Facts
          items={[
            { label: "In-service number", value: offering.inServiceNumber },
            {
              label: "Approved hours",
              value: offering.approvedMinutes === null ? null : formatHours(offering.approvedMinutes),
            },
            {
              label: "Seats",
              value: offering.state === "published" ? seatsInWords(seats) : plural(seats.capacity, "seat"),
            },
            { label: "Claim code", value: offering.claimCode && <code>{offering.claimCode}</code> },
            {
              label: "Claims",
              value: claimed > 0 ? `${claims.open} to claim, ${claims.claimed} claimed, ${claims.posted} posted` : null,
            },
            {
              label: "Evaluation",
              value: overview.isOver ? (
                <Link to={`/coordinator/offerings/${offering.id}/evaluation`} className="link">
                  What people made of it
                </Link>
              ) : null,
            },
            {
              label: "Cancelled",
              value:
                offering.cancelledAt === null
                  ? null
                  : `${formatDateTime(offering.cancelledAt, offering.timeZone)}: ${offering.cancelReason}`,
            },
          ]}
        />
      </Section>
      <KeepTemplate kind="offering" originalId={offering.id} title={title} />
      <p>
        <Link to={`/activity?offering=${offering.id}`} className="link">
          Activity: who changed what, when
        </Link>
      </p>
      <Section title="Sessions">
        <ul className="grid gap-2">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span>
                {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                {session.topic ? <span className="text-soft"> · {session.topic}</span> : null}
              </span>
              {session.ownMinutes !== null ? (
                <Link to={`/facilitator/offerings/${offering.id}/steps`} className="link py-1 pointer-coarse:py-3">
                  Steps
                  <span className="sr-only">
                    {" "}
                    of {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                  </span>
                </Link>
              ) : offering.state === "published" ? (
                <Link to={`/facilitator/sessions/${session.id}`} className="link py-1 pointer-coarse:py-3">
                  Roster
                  <span className="sr-only">
                    {" "}
                    of {formatSessionLine(session.startsAt, session.endsAt, session.timeZone, session.ownMinutes)}
                  </span>
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {decisions.length > 0 ? (
        <Section
          title="The committee's decision"
          actions={
            <LinkButton to={`/coordinator/offerings/${offering.id}/record`} variant="secondary" size="sm">
              The whole record
            </LinkButton>
          }
        >
          {decisions.map((decision) => (
            <p key={decision.id}>
              {decision.decision === "approved" ? "Approved" : "Declined"} by the committee of{" "}
              {formatPlainDate(decision.committeeMetOn)}
              {decision.approvedMinutes === null ? "" : ` for ${formatHours(decision.approvedMinutes)} hours`}; recorded
              by {decision.recordedBy} on {formatDateTime(decision.decidedAt, offering.timeZone)}.
              {decision.note ? ` ${decision.note}` : ""}
            </p>
          ))}
          {overview.planChanges.length > 0 ? (
            <>
              <h3 className="mt-4 font-semibold">Changed since</h3>
              <PlanChanges changes={overview.planChanges} timeZone={offering.timeZone} />
            </>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}

function stepsOf({ state }: OfferingOverviewProps["offering"], { isOver, claims }: Overview): Step[] {
  const reached = { draft: 0, approved: 1, published: isOver ? 3 : 2, cancelled: -1 }[state];
  if (reached < 0) return [{ label: "Cancelled", state: "current" }];
  const labels = ["Drafted", "Approved by the committee", "Published", "Held, hours claimed and posted"];
  return labels.map((label, index) => ({
    label,
    state:
      index <= reached - (index === 3 && claims.posted === 0 ? 1 : 0)
        ? "done"
        : index === reached + 1
          ? "current"
          : "todo",
  }));
}
