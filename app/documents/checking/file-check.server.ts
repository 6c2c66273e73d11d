import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { canonicalJson } from "~/platform/canonical-json";
import { sha256 } from "~/platform/secrets/codes.server";
import { isDataSigned } from "~/platform/signing/data-signature.server";
import { codeInAddress } from "./code-in-address";
import type { Difference, FileCheck, Problem } from "./file-check";
import { readSignature } from "~/documents/signing/pdf-signature.server";
import { DATA_FILE, type PublishedKey, type SignedData, signedData } from "~/documents/signing/signed-data";

/**
 * Checks a file with the published keys alone: neither database nor network. "signed" says that it is, bit by bit, what
 * the provider signed; whether it has been superseded or revoked since, only the public page knows (D5).
 */
export async function checkFile(pdf: Buffer, keys: readonly PublishedKey[]): Promise<FileCheck> {
  const { attached, codes } = await readContent(pdf);
  const data = attached === null ? null : parseData(attached);
  const code = data?.document.code ?? codes[0] ?? codeWrittenIn(pdf);
  const nothing = { differences: [], code, codes, keyId: null, document: null };
  if (!data) return { ...nothing, verdict: code ? "altered" : "unknown", problems: ["no-data"] };
  const key = keys.find((each) => each.keyId === data.keyId);
  if (!key) return { ...nothing, verdict: "unknown", problems: ["unknown-key"] };
  const isGenuine = isDataSigned(data.document, data.signature, key.publicKey) && attached === canonicalJson(data);
  const file = checkSignature(pdf, key);
  const problems: Problem[] = [...(isGenuine ? [] : ["data-changed" as const]), ...file.problems];
  return {
    verdict: problems.length === 0 ? "signed" : "altered",
    problems,
    differences: file.differences,
    code,
    codes,
    keyId: key.keyId,
    document: isGenuine ? data.document : null,
  };
}

function checkSignature(pdf: Buffer, key: PublishedKey): { problems: Problem[]; differences: Difference[] } {
  const signature = readSignature(pdf, key.certificate);
  if (!signature) return { problems: ["no-signature"], differences: [] };
  const problems: Problem[] = [];
  const differences: Difference[] = [];
  if (!signature.isGenuine) problems.push("foreign-signature");
  if (!signature.isWhole) problems.push("added-after");
  if (signature.digest !== signature.signedDigest) {
    problems.push("file-changed");
    differences.push({ of: "what was signed", found: signature.digest, expected: signature.signedDigest });
  }
  return { problems, differences };
}

/** The attached data as text, null when there is none, and the codes to which pages link; nothing of what is no PDF. */
async function readContent(pdf: Buffer): Promise<{ attached: string | null; codes: string[] }> {
  try {
    const file = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: false });
    const attachment = file.getAttachments().find(({ name }) => name === DATA_FILE);
    return { attached: attachment ? Buffer.from(attachment.data).toString("utf8") : null, codes: linkedCodes(file) };
  } catch {
    return { attached: null, codes: [] };
  }
}

function linkedCodes(file: PDFDocument): string[] {
  const codes = file.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).map((each) => {
      const link = file.context.lookupMaybe(each, PDFDict)?.lookupMaybe(PDFName.of("A"), PDFDict);
      const address = link?.lookup(PDFName.of("URI"));
      const isText = address instanceof PDFString || address instanceof PDFHexString;
      return isText ? codeInAddress(address.decodeText()) : null;
    }),
  );
  return [...new Set(codes.filter((code) => code !== null))];
}

function parseData(text: string): SignedData | null {
  try {
    return signedData.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The code in the file's properties, for when the data inside is lost. */
function codeWrittenIn(pdf: Buffer): string | null {
  return /Verification code ([A-Z0-9-]{10,60})[)<]/.exec(pdf.toString("latin1"))?.[1] ?? null;
}

/** The digest of a whole file against the one on record. */
export function compareFile(pdf: Buffer, expected: string): Difference | null {
  const found = sha256(pdf);
  return found === expected ? null : { of: "the whole file", found, expected };
}
