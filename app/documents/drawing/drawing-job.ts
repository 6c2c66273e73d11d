import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import type { ProviderImage } from "~/documents/letterhead/image-kind";
import type { SigningKey } from "~/platform/signing/signing-key.server";

/** All that it takes to make the file of a document, wherever that happens: the same job gives the same bytes. */
export interface DrawingJob {
  parameters: DocumentParameters;
  /** When it is issued and signed, epoch milliseconds. */
  issuedAt: number;
  seal: ProviderImage | null;
  signature: ProviderImage | null;
  key: SigningKey;
}
