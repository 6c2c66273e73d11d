/**
 * What became of a credit for one district (S1, S4): hours that it sees now, hours of which it had another version, and hours
 * that it sees no longer because whoever earned them did not belong to it on that day after all.
 */
export const CREDIT_EVENTS = ["posted", "corrected", "withdrawn"] as const;
export type CreditEventType = (typeof CREDIT_EVENTS)[number];

export const CREDIT_EVENT_WORDS: Record<CreditEventType, string> = {
  posted: "Posted: hours that are new to the district",
  corrected: "Corrected: another version of hours that it knows",
  withdrawn: "Withdrawn: hours that it does not see any more",
};
