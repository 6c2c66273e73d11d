import { generateKeyPair, type KeyObject, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { sha256 } from "~/platform/secrets/codes.server";
import type { KeyUse } from "./signing-purpose";

const generate = promisify(generateKeyPair);
const YEARS_VALID = 25;
const publicPem = (key: KeyObject) => key.export({ type: "spki", format: "pem" }).toString();
const privatePem = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();

/** Both keys of an owner in PEM, and how what they sign names them. */
export interface KeyPair {
  /** Start of the certificate's SHA-256, hex. */
  id: string;
  /** X.509, self-signed, of the RSA key that signs files. */
  certificate: string;
  /** Ed25519, that signs data. */
  publicKey: string;
  filePrivateKey: string;
  dataPrivateKey: string;
}

/** Makes a new pair of keys in an owner's name (D5): RSA 3072 for files, Ed25519 for data. `now` in epoch milliseconds. */
export async function generateKeys(use: KeyUse, now: number): Promise<KeyPair> {
  const [file, data] = await Promise.all([generate("rsa", { modulusLength: 3072 }), generate("ed25519")]);
  const certificate = certify(file, use, now);
  return {
    id: sha256(derOf(certificate)).slice(0, 16),
    certificate,
    publicKey: publicPem(data.publicKey),
    filePrivateKey: privatePem(file.privateKey),
    dataPrivateKey: privatePem(data.privateKey),
  };
}

/**
 * The DER bytes of a certificate in PEM.
 * @throws Error when it is none
 */
export function derOf(certificate: string): Buffer {
  const [block] = forge.pem.decode(certificate);
  if (!block) throw new Error("This is no certificate in PEM.");
  return Buffer.from(block.body, "binary");
}

/**
 * The serial number of a certificate from random bytes: positive, and without a zero in front. The library writes bytes as
 * they are but for one zero, and a number in DER with one too many is none to those who read the certificate.
 */
export function serialNumberFrom(random: Buffer): Buffer {
  return Buffer.concat([Buffer.from([1]), random.subarray(1)]);
}

function certify(
  keys: { publicKey: KeyObject; privateKey: KeyObject },
  { owner, purpose }: KeyUse,
  now: number,
): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem(keys.publicKey));
  certificate.serialNumber = serialNumberFrom(randomBytes(16)).toString("hex");
  certificate.validity.notBefore = new Date(now - 86_400_000);
  certificate.validity.notAfter = new Date(now);
  certificate.validity.notAfter.setUTCFullYear(certificate.validity.notAfter.getUTCFullYear() + YEARS_VALID);
  // What is called a class here is a type; the package's types take the name at its word.
  const valueTagClass: number = forge.asn1.Type.UTF8;
  const name = [
    { name: "commonName", value: `${owner.name}: ${purpose}`, valueTagClass },
    { name: "organizationName", value: owner.name, valueTagClass },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(privatePem(keys.privateKey)), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
