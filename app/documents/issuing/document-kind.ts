/** D2, D4, and for the renewal of a certificate (N1): documents that are issued. */
export const DOCUMENT_KINDS = [
  "transcript",
  "certificate",
  "registration-form",
  "renewal-summary",
  "growth-plan",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * Whether documents of a kind hold somebody's private contact (P3). What is shown of one leaves that out, and shows no
 * digest over it either: few addresses are possible, so that a digest could be guessed.
 */
export const holdsPrivateContact = (kind: DocumentKind): boolean => kind === "registration-form";

/** Whether documents of a kind hold what somebody wrote of their own work: nobody but the person opens them, staff neither (P2). */
export const holdsPrivateWords = (kind: DocumentKind): boolean => kind === "growth-plan";

/** Kinds in words. */
export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  transcript: "Transcript",
  certificate: "Certificate",
  "registration-form": "Registration form (SPI 1125)",
  "renewal-summary": "Renewal summary",
  "growth-plan": "Growth plan",
};
