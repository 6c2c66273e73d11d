import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import forge from "node-forge";
import { derOf } from "~/platform/signing/key-pair.server";

const { asn1 } = forge;
const { Type, Class } = asn1;

/**
 * A PKCS#7 signature (CMS SignedData, RFC 5652) apart from what it signs, by one RSA key over SHA-256. Written with the
 * digests and keys of the runtime: a library in JavaScript takes longer to sign a transcript than it takes to draw it.
 */
export function signMessage(content: Uint8Array, certificatePem: string, privateKeyPem: string): Buffer {
  const { certificate, issuer, serial, privateKey } = openSigner(certificatePem, privateKeyPem);
  const digest = createHash("sha256").update(content).digest("binary");
  const attributes = [
    sequence(oid("contentType"), set(oid("data"))),
    sequence(oid("messageDigest"), set(octets(digest))),
  ];
  // What is signed is the attributes as a SET; what stands in the message is the same under another tag.
  const signed = asn1.toDer(set(...attributes)).getBytes();
  const signature = sign("sha256", Buffer.from(signed, "binary"), privateKey).toString("latin1");
  const sha256 = () => sequence(oid("sha256"), asn1.create(Class.UNIVERSAL, Type.NULL, false, ""));
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256(),
    tagged(0, attributes),
    sequence(oid("rsaEncryption"), asn1.create(Class.UNIVERSAL, Type.NULL, false, "")),
    octets(signature),
  );
  const body = sequence(integer(1), set(sha256()), sequence(oid("data")), tagged(0, [certificate]), set(signer));
  const message = sequence(oid("signedData"), tagged(0, [body]));
  return Buffer.from(asn1.toDer(message).getBytes(), "binary");
}

/** What a signature holds: the digest of the content that it was made over, and whether it is the certificate's. */
export function readMessage(
  message: Uint8Array,
  certificatePem: string,
): { digest: string; isGenuine: boolean } | null {
  try {
    const parsed = asn1.fromDer(withoutRoom(message).toString("latin1"));
    const signer = at(parsed, 1, 0, -1, 0);
    const attributes = at(signer, 3);
    const signed = asn1.create(Class.UNIVERSAL, Type.SET, true, attributes.value);
    const isDigest = (attribute: forge.asn1.Asn1) =>
      asn1.derToOid(bytesOf(at(attribute, 0))) === forge.pki.oids.messageDigest;
    const digest = partsOf(attributes).find(isDigest);
    if (!digest) return null;
    const isGenuine = verify(
      "sha256",
      Buffer.from(asn1.toDer(signed).getBytes(), "binary"),
      createPublicKey(certificatePem),
      Buffer.from(bytesOf(at(signer, 5)), "binary"),
    );
    return { digest: Buffer.from(bytesOf(at(digest, 1, 0)), "binary").toString("hex"), isGenuine };
  } catch {
    return null;
  }
}

/** A message without the room that was kept free behind it: how long it is stands in its first bytes. */
function withoutRoom(message: Uint8Array): Buffer {
  const bytes = Buffer.from(message);
  const first = bytes.readUInt8(1);
  const further = first < 0x80 ? 0 : first - 0x80;
  return bytes.subarray(0, 2 + further + (further === 0 ? first : bytes.readUIntBE(2, further)));
}

class NotASignature extends Error {}

interface Signer {
  certificate: forge.asn1.Asn1;
  issuer: forge.asn1.Asn1;
  serial: forge.asn1.Asn1;
  privateKey: KeyObject;
}

const signers = new Map<string, Signer>();

function openSigner(certificatePem: string, privateKeyPem: string): Signer {
  let signer = signers.get(certificatePem);
  if (!signer) {
    const certificate = asn1.fromDer(derOf(certificatePem).toString("binary"));
    const fields = at(certificate, 0);
    // Version, serial number, algorithm, issuer.
    signer = { certificate, serial: at(fields, 1), issuer: at(fields, 3), privateKey: createPrivateKey(privateKeyPem) };
    signers.set(certificatePem, signer);
  }
  return signer;
}

function at(value: forge.asn1.Asn1, ...path: number[]): forge.asn1.Asn1 {
  return path.reduce((inner, index) => {
    const found = partsOf(inner).at(index);
    if (!found) throw new NotASignature();
    return found;
  }, value);
}

function partsOf({ value }: forge.asn1.Asn1): forge.asn1.Asn1[] {
  if (typeof value === "string") throw new NotASignature();
  return value;
}

/** Bytes, one in each character. */
function bytesOf({ value }: forge.asn1.Asn1): string {
  if (typeof value !== "string") throw new NotASignature();
  return value;
}

const sequence = (...parts: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
const set = (...parts: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SET, true, parts);
const tagged = (tag: number, parts: forge.asn1.Asn1[]) => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts);
const oid = (name: string) =>
  asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(forge.pki.oids[name]!).getBytes());
const octets = (bytes: string) => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes);
const integer = (value: number) =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
