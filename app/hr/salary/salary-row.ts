import type { Criterion } from "~/hr/local-rules/local-rule";
import type { SalaryVerdict } from "./salary-verdict";

/** One credit as it counts for pay. Minutes are whole. */
export interface SalaryRow {
  id: string;
  title: string;
  inServiceNumber: string;
  provider: string;
  completedOn: string;
  minutes: number;
  /** Of a time outside the district's dates: the person submitted it, and HR accepted it. */
  isSubmitted: boolean;
  /** How many of the minutes the local rules let count. */
  counted: number;
  /** What the local rules say against it. */
  flags: string[];
  verdict: SalaryVerdict;
  criterion: Criterion | null;
  reason: string | null;
  /** It was corrected after HR said that. */
  isCorrectedSince: boolean;
  history: { id: string; at: number; who: string; what: string }[];
}

/** What hours of a salary year come to: completed, let count by the rules, and accepted by HR of those. */
export interface SalaryTotals {
  minutes: number;
  counted: number;
  accepted: number;
  /** Rows of which HR has said nothing yet. */
  open: number;
}

/** What rows come to. A row that HR does not accept does not count, whatever the rules say. */
export function totalsOfRows(rows: readonly Pick<SalaryRow, "minutes" | "counted" | "verdict">[]): SalaryTotals {
  return rows.reduce(
    (sum, { minutes, counted, verdict }) => ({
      minutes: sum.minutes + minutes,
      counted: sum.counted + (verdict === "declined" ? 0 : counted),
      accepted: sum.accepted + (verdict === "accepted" ? counted : 0),
      open: sum.open + (verdict === "open" ? 1 : 0),
    }),
    { minutes: 0, counted: 0, accepted: 0, open: 0 },
  );
}
