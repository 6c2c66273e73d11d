import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import type { ProviderImage } from "~/documents/letterhead/image-kind";

/** A provider's key, opened, as whoever draws a document needs it. PEM. */
export interface DrawingKey {
  id: string;
  certificate: string;
  filePrivateKey: string;
  dataPrivateKey: string;
}

/** All that it takes to make the file of a document, wherever that happens: the same job gives the same bytes. */
export interface DrawingJob {
  parameters: DocumentParameters;
  seal: ProviderImage | null;
  signature: ProviderImage | null;
  key: DrawingKey;
}
