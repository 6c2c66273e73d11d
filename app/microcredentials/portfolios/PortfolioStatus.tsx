import { AWARD_STANDING_LABELS, type AwardStanding } from "~/microcredentials/awards/award-standing";
import { Status, type Tone } from "~/ui/Status";
import { PORTFOLIO_STATUS_LABELS, type PortfolioStatus as Value } from "./portfolio-status";

const TONES: Record<Value, Tone> = {
  draft: "neutral",
  submitted: "waiting",
  "in-review": "waiting",
  "not-yet": "attention",
  awarded: "good",
  withdrawn: "ended",
};

/** How far a portfolio is, as everywhere. */
export function PortfolioStatus({ status }: { status: Value }) {
  return <Status tone={TONES[status]}>{PORTFOLIO_STATUS_LABELS[status]}</Status>;
}

const STANDING_TONES: Record<AwardStanding, Tone> = {
  current: "good",
  expired: "ended",
  suspended: "attention",
  revoked: "ended",
};

/** Whether an award holds, as everywhere. */
export function AwardStatus({ standing }: { standing: AwardStanding }) {
  return <Status tone={STANDING_TONES[standing]}>{AWARD_STANDING_LABELS[standing]}</Status>;
}
