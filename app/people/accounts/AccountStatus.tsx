import { Status } from "~/ui/Status";
import { ACCOUNT_STATE_WORDS, type AccountState } from "./account-state";

const TONES = {
  none: "neutral",
  unproved: "waiting",
  ready: "good",
  locked: "attention",
  closed: "ended",
} as const satisfies Record<AccountState, string>;

/** Whether a person can sign in. */
export function AccountStatus({ state }: { state: AccountState }) {
  return <Status tone={TONES[state]}>{ACCOUNT_STATE_WORDS[state]}</Status>;
}
