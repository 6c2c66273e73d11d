import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS } from "~/credits/claims/claim-status";
import type { listMyOpenClaims } from "~/credits/claims/my-claims.server";
import { formatClockHours, formatHours } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { Card, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { Link } from "~/ui/Link";

type OpenClaim = ReturnType<typeof listMyOpenClaims>[number];

/** Hours that wait for the educator: to be claimed, claimed again, paid or evaluated. */
export function HoursToClaim({ claims }: { claims: OpenClaim[] }) {
  const mine = claims.filter(({ status, missing }) => status === "open" || status === "returned" || missing.length > 0);
  if (mine.length === 0) return null;
  return (
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
  );
}
