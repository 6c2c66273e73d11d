/** D2, D4: documents that are issued. */
export const DOCUMENT_KINDS = ["transcript", "certificate", "registration-form"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Kinds in words. */
export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  transcript: "Transcript",
  certificate: "Certificate",
  "registration-form": "Registration form (SPI 1125)",
};
