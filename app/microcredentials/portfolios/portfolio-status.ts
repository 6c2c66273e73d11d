/** How far a portfolio is. Changes append a row each, as with registrations (R7). */
export const PORTFOLIO_STATUSES = ["draft", "submitted", "in-review", "not-yet", "awarded", "withdrawn"] as const;
export type PortfolioStatus = (typeof PORTFOLIO_STATUSES)[number];

/** Statuses in words. */
export const PORTFOLIO_STATUS_LABELS: Record<PortfolioStatus, string> = {
  draft: "Draft",
  submitted: "Submitted",
  "in-review": "Being read",
  "not-yet": "Not yet",
  awarded: "Awarded",
  withdrawn: "Withdrawn",
};

/** Statuses in which somebody still works on it, the author or the assessors: a person has one such per micro-credential. */
export const LIVE_STATUSES = ["draft", "submitted", "in-review", "not-yet"] as const satisfies PortfolioStatus[];

/** Statuses in which its author can write. */
export const WRITABLE_STATUSES: readonly PortfolioStatus[] = ["draft", "not-yet"];

/** Statuses in which a decision is awaited. */
export const AWAITING_STATUSES: readonly PortfolioStatus[] = ["submitted", "in-review"];

/** Which statuses may follow which. A decision that is corrected later is a new award, never an old status. */
const FOLLOWING: Record<PortfolioStatus, readonly PortfolioStatus[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["draft", "in-review", "not-yet"],
  "in-review": ["submitted", "not-yet", "awarded"],
  "not-yet": ["submitted", "withdrawn"],
  awarded: [],
  withdrawn: [],
};

/** Whether a status may follow another. */
export const canFollow = (from: PortfolioStatus, to: PortfolioStatus): boolean => FOLLOWING[from].includes(to);

/** Whether its author can write in it. */
export const isWritable = (status: PortfolioStatus): boolean => WRITABLE_STATUSES.includes(status);
