import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { isDataSigned, signData } from "~/platform/signing/data-signature.server";

function keyOf(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { id, dataPrivateKey: privateKey, publicKey };
}

test("D5 a value is signed whatever the order of its members, and no other value or key passes", () => {
  const [ours, theirs] = [keyOf("ours"), keyOf("theirs")];
  const signature = signData({ seat: 1, day: "2027-03-09" }, ours);
  expect(isDataSigned({ day: "2027-03-09", seat: 1 }, signature, ours.publicKey)).toBe(true);
  expect(isDataSigned({ day: "2027-03-09", seat: 2 }, signature, ours.publicKey)).toBe(false);
  expect(isDataSigned({ day: "2027-03-09", seat: 1 }, signature, theirs.publicKey)).toBe(false);
  expect(isDataSigned({ day: "2027-03-09", seat: 1 }, "no signature", ours.publicKey)).toBe(false);
});
