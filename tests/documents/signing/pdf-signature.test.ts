import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import { readSignature } from "~/documents/signing/pdf-signature.server";
import { DATA_FILE, signedData } from "~/documents/signing/signed-data";
import { canonicalJson } from "~/platform/canonical-json";
import { isDataSigned } from "~/platform/signing/data-signature.server";
import { generateKeys } from "~/platform/signing/key-pair.server";
import { TEST_NOW } from "../../support/clock";
import { documentKeyOf } from "~/documents/signing/provider-keys.server";
import { drawn, testKeys } from "../drawing/drawn";
import { ONE_OF_EACH, sampleCertificate } from "../drawing/document-samples";
import { attachmentOf, infoOf, signaturesOf } from "../drawing/pdf-tools";

/** The file with one bit turned at a place. */
function flipped(pdf: Buffer, at: number): Buffer {
  const copy = Buffer.from(pdf);
  copy[at] = copy[at]! ^ 1;
  return copy;
}

test.each(ONE_OF_EACH)(
  "D5 poppler finds the signature of a %s valid and of the whole file",
  async (_kind, parameters) => {
    const pdf = await drawn(parameters);
    const said = signaturesOf(pdf);
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Total document signed");
    expect(said).toContain("Puget Sound Educational Service District: documents");
    expect(infoOf(pdf)).toMatch(/^Tagged:\s+yes$/m);
  },
);

test("D5 poppler does not find a file valid in which a single bit was turned, wherever it stands", async () => {
  const pdf = await drawn(sampleCertificate());
  const text = pdf.toString("latin1");
  const places = ["stream", "/Author (Puget", "/Count 1", "/ByteRange [0 "].map(
    (word) => text.indexOf(word) + word.length + 3,
  );
  for (const place of [...places, pdf.length - 12]) {
    const said = signaturesOf(flipped(pdf, place));
    expect(said).not.toContain("Signature is Valid");
  }
});

test("D5 our own reading says which digest differs, and that nothing was added behind the signature", async () => {
  const { certificate } = await testKeys();
  const pdf = await drawn(sampleCertificate());
  const good = readSignature(pdf, certificate)!;
  expect(good).toMatchObject({ isGenuine: true, isWhole: true, digest: good.signedDigest });
  const changed = readSignature(flipped(pdf, pdf.indexOf("/Author (") + 12), certificate)!;
  expect(changed).toMatchObject({ isGenuine: true, signedDigest: good.signedDigest });
  expect(changed.digest).not.toBe(good.digest);
  expect(readSignature(Buffer.concat([pdf, Buffer.from("\n%%EOF")]), certificate)).toMatchObject({ isWhole: false });
  const stranger = await generateKeys(documentKeyOf({ id: "else", name: "Somebody else" }), TEST_NOW);
  expect(readSignature(pdf, stranger.certificate)).toMatchObject({ isGenuine: false });
  expect(readSignature(Buffer.from("%PDF-1.7 nothing"), certificate)).toBeNull();
});

test.each(ONE_OF_EACH)("D5 a %s carries its data as canonical JSON, signed with Ed25519", async (_kind, parameters) => {
  const { publicKey, id } = await testKeys();
  const attached = attachmentOf(await drawn(parameters), DATA_FILE);
  const data = signedData.parse(JSON.parse(attached));
  expect(attached).toBe(canonicalJson(data));
  expect(data).toMatchObject({ keyId: id, document: parameters });
  const bytes = Buffer.from(canonicalJson(data.document));
  expect(verify(null, bytes, createPublicKey(publicKey), Buffer.from(data.signature, "base64url"))).toBe(true);
  const edited = { ...data.document, title: "Another title" };
  expect(isDataSigned(edited, data.signature, publicKey)).toBe(false);
});
