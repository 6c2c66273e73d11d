/** How far somebody is with an account: none, its address not proved yet, able to sign in; or kept from it, or for good. */
export const ACCOUNT_STATES = ["none", "unproved", "ready", "locked", "closed"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** The same in words. */
export const ACCOUNT_STATE_WORDS: Record<AccountState, string> = {
  none: "No account",
  unproved: "Address not proved",
  ready: "Has an account",
  locked: "Account locked",
  closed: "Account closed",
};

/** The columns that say so. */
export interface AccountMarks {
  emailVerifiedAt: number | null;
  lockedAt: number | null;
  closedAt: number | null;
}

/** What an account's row says of it. Closed says more than locked, and both more than whether it was proved. */
export function accountStateOf(account: AccountMarks | null): AccountState {
  if (!account) return "none";
  if (isShut(account)) return account.closedAt === null ? "locked" : "closed";
  return account.emailVerifiedAt === null ? "unproved" : "ready";
}

/** Whether nobody is let in with an account, whatever they know or hold. */
export function isShut({ lockedAt, closedAt }: Pick<AccountMarks, "lockedAt" | "closedAt">): boolean {
  return lockedAt !== null || closedAt !== null;
}
