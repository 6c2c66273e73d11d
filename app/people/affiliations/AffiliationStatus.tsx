import { Status } from "~/ui/Status";
import {
  AFFILIATION_STATE_TONES,
  AFFILIATION_STATE_WORDS,
  type AffiliationAnswer,
  affiliationStateOf,
  describeAffiliationState,
  explainAffiliationState,
} from "./affiliation-state";

/** Whether an affiliation was confirmed, for staff. */
export function AffiliationStatus(answer: AffiliationAnswer) {
  const state = affiliationStateOf(answer);
  return <Status tone={AFFILIATION_STATE_TONES[state]}>{AFFILIATION_STATE_WORDS[state]}</Status>;
}

/** The same for the person themselves, with what it means to them. */
export function MyAffiliationStatus({ organisation, ...answer }: AffiliationAnswer & { organisation: string }) {
  const state = affiliationStateOf(answer);
  const meaning = explainAffiliationState(state, organisation);
  return (
    <>
      <Status tone={AFFILIATION_STATE_TONES[state]}>{describeAffiliationState(state, organisation)}</Status>
      {meaning ? (
        <span className="mt-1 block max-w-prose text-[0.9375rem] font-normal text-soft">{meaning}</span>
      ) : null}
    </>
  );
}
