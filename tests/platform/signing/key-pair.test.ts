import type * as Crypto from "node:crypto";
import { createPublicKey, X509Certificate } from "node:crypto";
import { expect, test, vi } from "vitest";
import { generateKeys, serialNumberFrom } from "~/platform/signing/key-pair.server";
import { TEST_NOW } from "../../support/clock";

const { random } = vi.hoisted(() => ({ random: { first: null as number[] | null } }));

vi.mock("node:crypto", async (load) => {
  const real = await load<typeof Crypto>();
  const randomBytes = (size: number) => {
    const bytes = real.randomBytes(size);
    bytes.set(random.first ?? []);
    return bytes;
  };
  return { ...real, randomBytes };
});

const use = { owner: { id: "esd", name: "Some District" }, purpose: "documents" } as const;

test.each([
  { first: [0, 0, 1] },
  { first: [0, 1] },
  { first: [0, 0x80] },
  { first: [0x7f, 0] },
  { first: [0xff, 0xff] },
])("D5 a certificate can be read whatever its random bytes begin with, as $first", async ({ first }) => {
  random.first = first;
  const { certificate } = await generateKeys(use, TEST_NOW);
  expect(new X509Certificate(certificate).serialNumber).toMatch(/^01[0-9A-F]{30}$/);
  expect(createPublicKey(certificate).asymmetricKeyDetails).toMatchObject({ modulusLength: 3072 });
});

test("serial numbers differ by 15 random bytes", () => {
  expect(serialNumberFrom(Buffer.from("f".repeat(32), "hex")).toString("hex")).toBe(`01${"f".repeat(30)}`);
  expect(serialNumberFrom(Buffer.alloc(16)).toString("hex")).toBe(`01${"0".repeat(30)}`);
});
