/** D2, D4: documents that are issued. */
export const DOCUMENT_KINDS = ["transcript", "certificate", "registration-form"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
