/** Whether somebody else than the person has said that they work there. */
export type AffiliationState = "confirmed" | "unconfirmed" | "disowned";

/** What HR, an administrator or a staff list said of an affiliation, as its row holds it. */
export interface AffiliationAnswer {
  confirmedAt: number | null;
  disownedAt: number | null;
}

/** What stands of an affiliation: a confirmation and a "not ours" never stand together. */
export function affiliationStateOf({ confirmedAt, disownedAt }: AffiliationAnswer): AffiliationState {
  if (confirmedAt !== null) return "confirmed";
  return disownedAt === null ? "unconfirmed" : "disowned";
}

/** Each state in a word or two. */
export const AFFILIATION_STATE_WORDS: Record<AffiliationState, string> = {
  confirmed: "Confirmed",
  unconfirmed: "Waiting to be confirmed",
  disowned: "Not theirs",
};

/** The tone in which each state is shown. */
export const AFFILIATION_STATE_TONES = {
  confirmed: "good",
  unconfirmed: "waiting",
  disowned: "attention",
} as const satisfies Record<AffiliationState, string>;

/** A state in words for the person whose workplace it is. */
export function describeAffiliationState(state: AffiliationState, organisation: string): string {
  if (state === "unconfirmed") return `Waiting for ${organisation}’s HR to confirm`;
  return state === "confirmed" ? AFFILIATION_STATE_WORDS.confirmed : `Not confirmed by ${organisation}`;
}

/** What a state means to the person, and what to do about it; null where all is well. */
export function explainAffiliationState(state: AffiliationState, organisation: string): string | null {
  if (state === "unconfirmed")
    return `Once it is confirmed, your hours appear to ${organisation}, and what its people get counts for you: member fees and seats that open early.`;
  if (state === "disowned")
    return `${organisation} says that these dates are not theirs. Ask its HR if that is wrong, or add the place again with the right dates.`;
  return null;
}
