/** Why nothing was changed about an assessor. */
export type AssessorRefusal =
  | "no-account"
  | "nothing-chosen"
  | "unknown-microcredential"
  | "named-already"
  | "unknown-assessor"
  | "changed-meanwhile"
  | "reason-missing";

/** Each refusal in plain words, and the field that it is about. */
export const ASSESSOR_REFUSALS: Record<AssessorRefusal, { words: string; field?: string }> = {
  "no-account": {
    words: "Nobody with an account has this address. Ask them to sign up first; then name them here.",
    field: "email",
  },
  "nothing-chosen": { words: "Choose what they are to judge.", field: "scopes" },
  "unknown-microcredential": {
    words: "One of those is not yours any more. Reload the page and choose again.",
    field: "scopes",
  },
  "named-already": { words: "They are named for all of that already. Look at the list.", field: "scopes" },
  "unknown-assessor": { words: "There is no such assessor on your desk." },
  "changed-meanwhile": { words: "Somebody has changed this meanwhile. Reload the page and look at it again." },
  "reason-missing": {
    words: "They have not practised yet. Say why you admit them all the same; it stays on record.",
    field: "reason",
  },
};
