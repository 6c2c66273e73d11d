import type { Refusal } from "~/platform/outcome";

/** Why a command on claims and credits changed nothing. */
export type ClaimRefusal =
  | "unknown-organisation"
  | "overlaps"
  | "worked-elsewhen"
  | "unknown-claim"
  | "not-confirmed"
  | "nothing-earned"
  | "more-than-earned"
  | "between-steps"
  | "not-claimable"
  | "not-over"
  | "too-late"
  | "questioned"
  | "affidavit-changed"
  | "already-evaluated"
  | "already-settled"
  | "gates-open"
  | "not-verifiable"
  | "wrong-amount"
  | "on-invoice"
  | "unknown-payment"
  | "paid-by-invoice"
  | "waived-by-rule"
  | "reversed-already"
  | "already-requested"
  | "unknown-request"
  | "no-change";

/** Each refusal in plain words: why, and what to do next. */
export const CLAIM_REFUSALS: Record<ClaimRefusal, string> = {
  "unknown-claim":
    "There is no such claim for you. Check the code, or ask the facilitator whether attendance is confirmed.",
  "not-confirmed": "The facilitator has not confirmed attendance yet. You get a mail when you can claim.",
  "nothing-earned":
    "No clock hours were earned here. If that is wrong, ask the facilitator to correct your attendance.",
  "more-than-earned": "You can claim at most what you earned.",
  "between-steps": "Hours are counted in steps here: enter {lower} or {upper}.",
  "not-claimable": "This claim was made already. You find it under My hours.",
  "not-over": "Hours can be claimed after the last session has ended.",
  "too-late":
    "The last day on which these hours could be claimed is over. The provider can tell you whether to do more.",
  questioned:
    "You asked the facilitator about your attendance. Sign once they have answered, or take your question back.",
  "affidavit-changed":
    "The affidavit has changed since you opened this page. Please read the new words, then claim again.",
  "already-evaluated": "You have evaluated this offering already. Thank you.",
  "already-settled": "The fee of this claim is settled already.",
  "gates-open": "The evaluation or the fee is still missing.",
  "not-verifiable": "This claim has changed in the meantime. Reload the page.",
  "wrong-amount": "The amount is not the fee that is due.",
  "on-invoice": "This fee is on an invoice. Record the payment there, or credit the invoice first.",
  "unknown-payment": "This payment is not there any more. Reload the page.",
  "paid-by-invoice": "This was paid by an invoice. Reverse the payment there.",
  "waived-by-rule": "This was waived by the provider’s rule, and falls with what it rests on.",
  "reversed-already": "This payment is reversed already.",
  "already-requested": "You have asked for a correction of this already. The registrar has it.",
  "unknown-request": "This request has been decided already. Reload the page.",
  "unknown-organisation": "Choose an organization from the list, or “None of these”.",
  overlaps: "You have entered this organization for some of these days already. Correct that entry in your profile.",
  "worked-elsewhen": "These days do not hold the day on which the offering was completed.",
  "no-change": "Nothing would change. Enter other hours, or update the profile first.",
};

/** A refusal in plain words, with the figures that explain it. */
export function claimRefusalText({ reason, detail }: Refusal<ClaimRefusal>): string {
  return CLAIM_REFUSALS[reason].replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(detail[name] ?? "…"));
}
