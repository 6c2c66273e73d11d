import { canonicalJson } from "~/platform/canonical-json";
import { signData } from "~/platform/signing/data-signature.server";
import type { SigningKey } from "~/platform/signing/signing-key.server";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import { DATA_FILE, DATA_FORMAT } from "./signed-data";

/** Attaches what the document says as canonical JSON (RFC 8785) with a signature of its own, so that a machine can read it (D5). */
export function attachData(
  doc: PDFKit.PDFDocument,
  parameters: DocumentParameters,
  { key, issuedAt }: { key: SigningKey; issuedAt: number },
): void {
  const options = {
    name: DATA_FILE,
    type: "application/json",
    description: "What this document says, signed, for machines to read",
    relationship: "Data",
    creationDate: new Date(issuedAt),
  };
  const signature = signData(parameters, key);
  const data = { format: DATA_FORMAT, algorithm: "Ed25519", keyId: key.id, signature, document: parameters };
  doc.file(Buffer.from(canonicalJson(data)), options);
}
