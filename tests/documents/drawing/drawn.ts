import { drawDocument } from "~/documents/drawing/drawing.server";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import type { DrawingJob } from "~/documents/drawing/drawing-job";
import { documentKeyOf } from "~/documents/signing/provider-keys.server";
import { generateKeys, type KeyPair } from "~/platform/signing/key-pair.server";
import type { SigningKey } from "~/platform/signing/signing-key.server";
import { TEST_NOW } from "../../support/clock";

let made: Promise<KeyPair> | undefined;

/** One pair of keys for all documents of a test file. */
export function testKeys(): Promise<KeyPair> {
  return (made ??= generateKeys(
    documentKeyOf({ id: "psesd", name: "Puget Sound Educational Service District" }),
    TEST_NOW,
  ));
}

/** All that it takes to draw a document with the test's key. */
export async function jobFor(
  parameters: DocumentParameters,
  pictures: Partial<Pick<DrawingJob, "seal" | "signature">> = {},
): Promise<DrawingJob> {
  const { id, certificate, filePrivateKey, dataPrivateKey } = await testKeys();
  const key: SigningKey = { id, certificate, filePrivateKey, dataPrivateKey };
  return { parameters, issuedAt: TEST_NOW, seal: null, signature: null, ...pictures, key };
}

/** The file of a document, drawn and signed. */
export async function drawn(
  parameters: DocumentParameters,
  pictures: Partial<Pick<DrawingJob, "seal" | "signature">> = {},
): Promise<Buffer> {
  return drawDocument(await jobFor(parameters, pictures));
}
