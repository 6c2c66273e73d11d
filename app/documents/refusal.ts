/** Why no document was issued. */
export type DocumentRefusal = "unknown-person" | "no-credits" | "revoked" | "changed-meanwhile";

/** Each refusal in plain words: why, and what to do next. */
export const DOCUMENT_REFUSALS: Record<DocumentRefusal, string> = {
  "unknown-person": "There is no such person for you.",
  "no-credits": "No clock hours are posted for this period, so there is nothing to put on a transcript.",
  revoked: "A transcript that says exactly this was revoked. Ask the registrar what to do.",
  "changed-meanwhile": "Your hours changed while the transcript was made. Try again.",
};
