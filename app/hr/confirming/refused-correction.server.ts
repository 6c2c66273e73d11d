import { data } from "@remix-run/node";
import { conflictOf } from "~/people/affiliations/affiliation-conflict";
import type { FormReply } from "~/platform/http/form.server";
import type { Refusal } from "~/platform/outcome";
import { CORRECTION_REFUSALS, type CorrectionRefusal } from "./affiliation-correction.server";

const FIELDS = new Map<CorrectionRefusal, string>([
  ["unknown-organisation", "organisationId"],
  ["own-district", "organisationId"],
  ["unknown-person", "who"],
]);

/** What a page answers to a workplace that was refused: the form as it was typed, and the entry that is in the way. */
export function refuseCorrection(
  form: { refuse: (message: string, field?: string) => FormReply },
  refusal: Refusal<CorrectionRefusal>,
) {
  const reply = form.refuse(CORRECTION_REFUSALS[refusal.reason], FIELDS.get(refusal.reason));
  return data({ ...reply.data, conflict: conflictOf(refusal) }, reply.init ?? undefined);
}
