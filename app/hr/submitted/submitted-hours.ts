/** What somebody can submit to a district: posted hours of a time when the district does not see them, or hours from elsewhere. */
export const SUBMITTED_KINDS = ["credit", "elsewhere"] as const;
export type SubmittedKind = (typeof SUBMITTED_KINDS)[number];

/** How submitted hours stand. "taken-back": HR, which had accepted them, does not any more; "withdrawn": the person took them away. */
export const SUBMITTED_STATES = ["sent", "accepted", "returned", "taken-back", "withdrawn"] as const;
export type SubmittedState = (typeof SUBMITTED_STATES)[number];

/** Beside accepted hours, wherever they stand among those of the district's dates. */
export const SUBMITTED_WORDS = "Submitted by the person, accepted by HR";

/** States in which HR sees what was submitted: what was withdrawn, it sees no more. */
export const SEEN_STATES = ["sent", "accepted", "returned", "taken-back"] as const;

/** States in which the same hours cannot be submitted to the same district again. */
export const LIVE_STATES = ["sent", "accepted"] as const;

/** One row as it was submitted, in words: HR sees this, and nothing else of the person. */
export interface SubmittedFacts {
  title: string;
  givenBy: string;
  /** Plain date. */
  completedOn: string;
  /** With its unit: "6.5 clock hours". */
  amount: string;
  /** Topics with hours; empty for none. */
  topics: string;
  /** Who vouches for it. */
  mark: string;
}

/** Most rows of one submission. */
export const MOST_SUBMITTED = 100;

/** What the person agrees to; kept with what they submit, word for word. */
export const consentTo = (organisation: string): string =>
  `HR of ${organisation} may see the hours that I ticked, with my name and certificate number: what they are, who gave them, on which day I completed them, how many they are and who vouches for them. What HR accepts stands among my hours there, in its lists and in its exports for pay. Until HR has decided I can withdraw them, and HR sees them no more. What HR has decided stays on record with HR.`;

/** Whether a row says the same as it did, whoever vouches for it by now. */
export const saysTheSame = (before: SubmittedFacts, now: SubmittedFacts): boolean =>
  (["title", "givenBy", "completedOn", "amount", "topics"] as const).every((fact) => before[fact] === now[fact]);

/** What HR can do with submitted hours, in the state in which they are. */
export const SUBMITTED_DECISIONS = ["accept", "return", "take-back"] as const;
export type SubmittedDecisionKind = (typeof SUBMITTED_DECISIONS)[number];

const DECIDABLE: Record<SubmittedDecisionKind, readonly SubmittedState[]> = {
  accept: ["sent", "returned", "taken-back"],
  return: ["sent"],
  "take-back": ["accepted"],
};

/** Whether HR can decide so while they stand so. */
export const canDecide = (decision: SubmittedDecisionKind, state: SubmittedState): boolean =>
  DECIDABLE[decision].includes(state);

/** Whether the person can still withdraw them. */
export const isWithdrawable = (state: SubmittedState): boolean => state === "sent";

/** Why nothing was submitted, withdrawn or decided. */
export type SubmittedRefusal =
  "not-there" | "not-submittable" | "unknown-submission" | "is-decided" | "changed-meanwhile" | "submitted-again";

/** Each refusal in plain words. */
export const SUBMITTED_REFUSALS: Record<SubmittedRefusal, string> = {
  "not-there": "You do not work there today, or the district says so. Look at your workplaces, and choose another one.",
  "not-submittable":
    "Some of these hours changed meanwhile, or the district has them already. Look at the list again, and tick what you mean.",
  "unknown-submission": "This is not there any more.",
  "is-decided": "HR has decided this meanwhile. Reload the page and look again.",
  "changed-meanwhile": "Somebody else decided this while you looked at it. Look at it again before you decide.",
  "submitted-again": "The person has submitted some of these hours again. Decide that submission instead.",
};

/** The field that a refusal is about; undefined for the form as a whole. */
export const refusedSubmittedField = (reason: SubmittedRefusal): string | undefined =>
  ({ "not-there": "organization", "not-submittable": "row" })[reason as string];
