import { formatDateTime } from "~/platform/format";
import { CLAIM_STATUS_WORDS, type ClaimStatus } from "./claim-status";

interface ClaimHistoryProps {
  changes: { id: string; toStatus: ClaimStatus; at: number; reason: string | null }[];
  timeZone: string;
}

/** What happened to a claim, oldest first. */
export function ClaimHistory({ changes, timeZone }: ClaimHistoryProps) {
  return (
    <ol className="grid gap-2">
      {changes.map((change) => (
        <li key={change.id} className="flex flex-wrap gap-x-4">
          <span className="text-soft tabular-nums">{formatDateTime(change.at, timeZone)}</span>
          <span>
            {CLAIM_STATUS_WORDS[change.toStatus]}
            {change.reason ? `: ${change.reason}` : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}
