import {
  type Issuer,
  markOf,
  type OutsideInput,
  type OutsideState,
  topicsInWords,
  wordsOfAmount,
} from "./outside-hours";

/** Hours from elsewhere as pages show them. */
export interface ShownOutside {
  id: string;
  title: string;
  providerName: string;
  completedOn: string;
  amount: string;
  topics: string;
  state: OutsideState;
  /** Who vouches for it, in words. */
  mark: string;
  /** Why it was returned or taken back; null where it was not. */
  reason: string | null;
}

/** What pages show of an entry. */
export const toShownOutside = (
  row: OutsideInput & {
    id: string;
    state: OutsideState;
    reason: string | null;
    checker: string | null;
    issuer: Issuer;
  },
): ShownOutside => ({
  id: row.id,
  title: row.title,
  providerName: row.providerName,
  completedOn: row.completedOn,
  amount: wordsOfAmount(row.kind, row.amount),
  topics: topicsInWords(row.designations),
  state: row.state,
  mark: markOf(row),
  reason: row.reason,
});
