import type { ScoreFault } from "~/microcredentials/assessment/assessment";

/** Why nothing was changed about practice. */
export type PracticeRefusal =
  | ScoreFault
  | "unknown-piece"
  | "handed-in-already"
  | "unknown-microcredential"
  | "not-given"
  | "nothing-to-propose"
  | "nothing-handed-in";

/** Each refusal in plain words. */
export const PRACTICE_REFUSALS: Record<PracticeRefusal, string> = {
  "unknown-piece": "It is not in practice any more: its author or the coordinator has taken it out.",
  "handed-in-already": "You have scored this one. Your scores stand below.",
  "unknown-microcredential": "There is no such micro-credential on your desk.",
  "not-given": "Its author does not give it for practice any more. Reload the page.",
  "nothing-to-propose":
    "There is nothing more to propose: authors give portfolios for practice when they hand them in.",
  "nothing-handed-in": "You have not handed this one in.",
  "foreign-criterion": "Reload the page: a criterion is scored that is not asked about.",
  "not-every-criterion": "Score every criterion.",
  "comment-missing": "Say what is missing wherever you choose “not yet”.",
};
