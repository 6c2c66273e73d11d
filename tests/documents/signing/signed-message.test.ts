import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readMessage, signMessage } from "~/documents/signing/signed-message.server";
import { testKeys } from "../drawing/drawn";

const CONTENT = Buffer.from("what was signed");
const digest = createHash("sha256").update(CONTENT).digest("hex");

test("D5 a message reads back with its digest, also with room left behind it", async () => {
  const { certificate, filePrivateKey } = await testKeys();
  const message = signMessage(CONTENT, certificate, filePrivateKey);
  expect(readMessage(message, certificate)).toEqual({ digest, isGenuine: true });
  expect(readMessage(Buffer.concat([message, Buffer.alloc(500)]), certificate)).toEqual({ digest, isGenuine: true });
  expect(signMessage(CONTENT, certificate, filePrivateKey)).toEqual(message);
});

test("D5 what is no message, or is cut off or turned anywhere, is null or not genuine, and never an exception", async () => {
  const { certificate, filePrivateKey } = await testKeys();
  const message = signMessage(CONTENT, certificate, filePrivateKey);
  for (const text of ["", "0", "nothing of ours", "\x30\xff", "\x30\x80", "\x30\x03\x02\x01\x05"]) {
    expect(readMessage(Buffer.from(text, "latin1"), certificate)).toBeNull();
  }
  for (let length = 0; length < message.length; length += 50) {
    expect(readMessage(message.subarray(0, length), certificate)).toBeNull();
  }
  // The last 384 bytes are the signature itself.
  for (const place of [message.length - 1, message.length - 200, message.length - 384]) {
    const turned = Buffer.from(message);
    turned[place]! ^= 1;
    expect(readMessage(turned, certificate)).toEqual({ digest, isGenuine: false });
  }
});
