import type { ReactNode } from "react";
import { formatHours, formatPlainDate, formatQuarterCredits } from "~/platform/format";
import { RowLink } from "~/ui/lists/RowLink";
import { Status } from "~/ui/Status";
import type { SalaryPersonRow, SalaryReviewRow } from "./salary-lists.server";
import { SALARY_VERDICT_TONES } from "./salary-verdict";

/** What the list of people shows of each; `query` names the district and the year. */
export const salaryPeopleCells = (query: string): Record<string, (row: SalaryPersonRow) => ReactNode> => ({
  name: (row) => <RowLink to={`/hr/salary/people/${row.id}?${query}`}>{row.name}</RowLink>,
  employee: (row) => row.employeeId ?? <span className="text-soft">Not on file</span>,
  hours: (row) => formatHours(row.minutes),
  counted: (row) => formatHours(row.counted),
  credits: (row) => formatQuarterCredits(row.counted),
  accepted: (row) => formatHours(row.accepted),
  open: (row) => row.open,
});

/** What the list of rows shows of each. */
export const salaryRowCells = (query: string): Record<string, (row: SalaryReviewRow) => ReactNode> => ({
  name: (row) => <RowLink to={`/hr/salary/people/${row.personId}?${query}`}>{row.name}</RowLink>,
  course: (row) => row.title,
  completed: (row) => formatPlainDate(row.completedOn),
  hours: (row) => formatHours(row.minutes),
  counted: (row) => formatHours(row.counted),
  flags: (row) =>
    row.flags.length === 0 ? <span className="text-soft">Nothing against it</span> : row.flags.join("; "),
  verdict: (row) => <Status tone={SALARY_VERDICT_TONES[row.verdict]}>{row.said}</Status>,
});
