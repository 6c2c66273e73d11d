import { createHash } from "node:crypto";
import { SignPdf } from "@signpdf/signpdf";
import { Signer } from "@signpdf/utils";
import type { SigningKey } from "~/platform/signing/signing-key.server";
import { readMessage, signMessage } from "./signed-message.server";

/** Bytes kept free for the signature: about 2,500 with a key of 3072 bits. */
const ROOM = 4096;
const LATER = "**********";

/** PDFKit keeps the catalog here; its types leave it out. */
interface CatalogHolder {
  _root: { data: { AcroForm: { data: Record<string, unknown> & { Fields: unknown[] } } } };
  page: { dictionary: unknown; annotations: unknown[] };
}

/** Writes an object into the file. */
function write(doc: PDFKit.PDFDocument, values: Record<string, unknown>): PDFKit.PDFKitReference {
  const reference = doc.ref(values);
  // Without a stream there is nothing to hand over, which the types leave out.
  (reference as unknown as { end(): void }).end();
  return reference;
}

/** Keeps room for the file's signature (D5), under a field that shows nothing on the page. Call it last before the end. */
export function reserveSignature(
  doc: PDFKit.PDFDocument,
  { signer, signedAt }: { signer: string; signedAt: number },
): void {
  const signature = write(doc, {
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "adbe.pkcs7.detached",
    ByteRange: [0, LATER, LATER, LATER],
    Contents: Buffer.alloc(ROOM),
    Reason: new String("Issued by the provider"),
    M: new Date(signedAt),
    Name: new String(signer),
  });
  doc.switchToPage(0);
  const { page, _root } = doc.initForm() as unknown as CatalogHolder;
  const field = write(doc, {
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: new String("Signature"),
    TU: new String(`Signature of ${signer}`),
    // Printed if seen, and locked; without a size there is nothing to see.
    F: 132,
    Rect: [0, 0, 0, 0],
    V: signature,
    P: page.dictionary,
  });
  page.annotations.push(field);
  const form = _root.data.AcroForm.data;
  delete form.NeedAppearances;
  form.Fields.push(field);
  // Signatures exist; the file may only grow, never be rewritten.
  form.SigFlags = 3;
}

class ProviderSigner extends Signer {
  constructor(private key: SigningKey) {
    super();
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    return signMessage(pdf, this.key.certificate, this.key.filePrivateKey);
  }
}

/** Signs a file in which room was reserved. */
export async function signFile(pdf: Buffer, key: SigningKey): Promise<Buffer> {
  return new SignPdf().sign(pdf, new ProviderSigner(key));
}

/** What the signature inside a file says of the file. Digests are SHA-256, hex. */
export interface FileSignature {
  /** Whether the key made this signature. */
  isGenuine: boolean;
  /** What the signature was made over. */
  signedDigest: string;
  /** What the file holds now, the signature left out. */
  digest: string;
  /** Whether the signature spans the whole file: nothing was added behind it. */
  isWhole: boolean;
}

/** Reads the signature of a file; null when it has none that can be read. */
export function readSignature(pdf: Buffer, certificatePem: string): FileSignature | null {
  const text = pdf.toString("latin1");
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  const found = ranges[0]?.slice(1).map(Number);
  if (!found || ranges.length !== 1) return null;
  const [start = 0, length = 0, resume = 0, rest = 0] = found;
  const hex = /^<([0-9a-fA-F]*)>$/.exec(text.slice(start + length, resume))?.[1];
  const message = hex === undefined ? null : readMessage(Buffer.from(hex, "hex"), certificatePem);
  if (!message) return null;
  const hash = createHash("sha256").update(pdf.subarray(start, start + length));
  return {
    isGenuine: message.isGenuine,
    signedDigest: message.digest,
    digest: hash.update(pdf.subarray(resume, resume + rest)).digest("hex"),
    isWhole: start === 0 && resume + rest === pdf.length,
  };
}
