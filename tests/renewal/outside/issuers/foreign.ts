import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import type { PublishedKey } from "~/documents/signing/signed-data";
import { drawn, testKeys } from "../../../documents/drawing/drawn";
import { sampleTranscript } from "../../../documents/drawing/transcript-sample";

/** The list of keys that another Hourbook publishes. */
export async function foreignKeys(): Promise<PublishedKey[]> {
  const { id, certificate, publicKey } = await testKeys();
  const used = { usedFrom: "2026-09-01T00:00:00.000Z", usedUntil: null };
  return [{ keyId: id, provider: "Capital Region ESD 113", certificate, publicKey, ...used }];
}

/** The same as an administrator pastes it. */
export const pastedKeys = async (): Promise<string> => JSON.stringify({ keys: await foreignKeys(), issuers: [] });

/** A transcript of another Hourbook for somebody. */
export const foreignTranscript = (legalName: string, lines = 2): DocumentParameters => {
  const sample = sampleTranscript(lines);
  return { ...sample, educator: { legalName, formerNames: [], certificateNumber: null } };
};

/** Its file, signed with that Hourbook's key. */
export const foreignFile = async (parameters: DocumentParameters, name = "transcript.pdf"): Promise<File> =>
  new File([new Uint8Array(await drawn(parameters))], name, { type: "application/pdf" });
