import { expect, test } from "vitest";
import { DATA_FORMAT, publishedKey, signedData } from "~/documents/signing/signed-data";
import { sampleCertificate } from "../drawing/document-samples";

const DATA = {
  format: DATA_FORMAT,
  algorithm: "Ed25519",
  keyId: "key-1",
  signature: "c2lnbmVk",
  document: sampleCertificate(),
};

test("D5 what is attached to a document survives JSON and its schema unchanged", () => {
  expect(signedData.parse(JSON.parse(JSON.stringify(DATA)))).toEqual(DATA);
});

test.each([
  ["another format", { format: "hourbook-document-2" }],
  ["another algorithm", { algorithm: "none" }],
  ["no key", { keyId: "" }],
  ["no signature", { signature: "" }],
  ["a signature that is too long", { signature: "x".repeat(201) }],
  ["no document", { document: null }],
])("D5 data with %s is none of ours", (_what, changes) => {
  expect(signedData.safeParse({ ...DATA, ...changes }).success).toBe(false);
});

const KEY = {
  keyId: "1",
  provider: "PSESD",
  certificate: "PEM",
  publicKey: "PEM",
  usedFrom: "2026-10-05T16:00:00.000Z",
};

test.each([
  ["in use", null, true],
  ["retired", "2027-01-01T08:00:00.000Z", true],
  ["retired on some day", "2027-01-01", false],
  ["of which nobody knows whether it is in use", undefined, false],
])("D5 a published key %s", (_what, usedUntil, known) => {
  expect(publishedKey.safeParse({ ...KEY, usedUntil }).success).toBe(known);
});
