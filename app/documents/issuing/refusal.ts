/** Why no document was issued. */
export type DocumentRefusal =
  | "unknown-person"
  | "unknown-credit"
  | "no-credits"
  | "revoked"
  | "changed-meanwhile"
  | "key-locked"
  | "unknown-document"
  | "already-revoked"
  | "beyond-limits"
  | "failed";

/** Each refusal in plain words: why, and what to do next. */
export const DOCUMENT_REFUSALS: Record<DocumentRefusal, string> = {
  "unknown-person": "There is no such person for you.",
  "unknown-credit": "There is no such credit for you.",
  "no-credits": "No clock hours are posted for this choice, so there is nothing to put on a document.",
  revoked: "A document that says exactly this was revoked. Ask the registrar what to do.",
  "changed-meanwhile": "The hours changed while the document was made. Try again.",
  "unknown-document": "There is no such document for you.",
  "already-revoked": "This document is revoked already.",
  "beyond-limits":
    "Something on this document is longer than a document takes, such as a name or a title. Ask the registrar to correct it.",
  failed: "This document could not be made because of a fault of ours, which is in the log. Others are not affected.",
  "key-locked":
    "The key that signs documents cannot be opened. Ask an administrator to look at the provider’s documents page.",
};
