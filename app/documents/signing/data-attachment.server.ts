import { createPrivateKey, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "~/platform/canonical-json";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import type { DrawingKey } from "~/documents/drawing/drawing-job";
import { DATA_FILE, DATA_FORMAT } from "./signed-data";

const privateKeys = new Map<string, KeyObject>();

/** Attaches what the document says as canonical JSON with a signature of its own, so that a machine can read it (D5). */
export function attachData(doc: PDFKit.PDFDocument, parameters: DocumentParameters, key: DrawingKey): void {
  const options = {
    name: DATA_FILE,
    type: "application/json",
    description: "What this document says, signed, for machines to read",
    relationship: "Data",
    creationDate: new Date(`${parameters.issuedOn}T12:00:00Z`),
  };
  doc.file(Buffer.from(signData(parameters, key)), options);
}

/** The canonical JSON that is attached: the parameters with their Ed25519 signature. */
export function signData(document: DocumentParameters, key: DrawingKey): string {
  let privateKey = privateKeys.get(key.id);
  if (!privateKey) privateKeys.set(key.id, (privateKey = createPrivateKey(key.dataPrivateKey)));
  const signature = sign(null, Buffer.from(canonicalJson(document)), privateKey).toString("base64url");
  return canonicalJson({ format: DATA_FORMAT, algorithm: "Ed25519", keyId: key.id, signature, document });
}

/** Whether the signature is this key's over this document. */
export function isDataSigned(document: unknown, signature: string, publicKey: string): boolean {
  return verify(null, Buffer.from(canonicalJson(document)), publicKey, Buffer.from(signature, "base64url"));
}
