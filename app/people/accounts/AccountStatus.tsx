import { Status } from "~/ui/Status";
import type { AccountState } from "./account-state";

/** Whether a person can sign in. */
export function AccountStatus({ state }: { state: AccountState }) {
  if (state === "ready") return <Status tone="good">Has an account</Status>;
  if (state === "unproved") return <Status tone="waiting">Address not proved</Status>;
  if (state === "locked") return <Status tone="attention">Account locked</Status>;
  if (state === "closed") return <Status tone="ended">Account closed</Status>;
  return <Status tone="neutral">No account</Status>;
}
