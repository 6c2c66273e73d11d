/** How far somebody is with an account: none, its address not proved yet, or able to sign in. */
export type AccountState = "none" | "unproved" | "ready";

/** What an account's row says of it. */
export function accountStateOf(account: { emailVerifiedAt: number | null } | null): AccountState {
  if (!account) return "none";
  return account.emailVerifiedAt === null ? "unproved" : "ready";
}
