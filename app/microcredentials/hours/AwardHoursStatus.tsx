import type { AwardStanding } from "~/microcredentials/awards/award-standing";
import { Status, type Tone } from "~/ui/Status";
import { AWARD_HOURS_LABELS, type AwardHoursStatus as Value } from "./award-hours";

const TONES: Record<Value, Tone> = { claimed: "waiting", returned: "ended", posted: "good" };

/** How far the hours of an award are; those of a revoked one are off the ledger. */
export function AwardHoursStatus({ status, standing }: { status: Value; standing: AwardStanding }) {
  if (standing === "revoked") return <Status tone="ended">Award revoked</Status>;
  return <Status tone={TONES[status]}>{AWARD_HOURS_LABELS[status]}</Status>;
}
