/** What HR says of hours for pay: not yet, accepted for a criterion, or not accepted for a reason. */
export const SALARY_VERDICTS = ["open", "accepted", "declined"] as const;
export type SalaryVerdict = (typeof SALARY_VERDICTS)[number];

export const SALARY_VERDICT_WORDS: Record<SalaryVerdict, string> = {
  open: "To review",
  accepted: "Accepted",
  declined: "Not accepted",
};

export const SALARY_VERDICT_TONES = {
  open: "waiting",
  accepted: "good",
  declined: "attention",
} as const satisfies Record<SalaryVerdict, string>;
