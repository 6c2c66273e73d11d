import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import type { BadgeFileCheck, BadgeProblem, BadgeVerdict } from "./badge-check";
import type { Json } from "./badge";
import { STATUS_PURPOSES, type StatusPurpose } from "./badge-address";
import { checkBadgeFile } from "./badge-file-check.server";
import { type DidDocument, documentsOf, isSigned, readingLoader } from "./linked-data.server";

/** What somebody saved of an issuer: its DID document, and its status lists if they want to know what became of badges. */
export interface SavedIssuers {
  issuers: readonly DidDocument[];
  lists: readonly Json[];
}

/** What a badge file is by what was saved; `isStatusKnown` says whether a list told what became of it. */
export interface OfflineCheck extends Omit<BadgeFileCheck, "verdict"> {
  verdict: BadgeVerdict;
  isStatusKnown: boolean;
}

const VERDICTS: Record<StatusPurpose, BadgeVerdict> = {
  revocation: "revoked",
  suspension: "suspended",
  refresh: "superseded",
};

/** Checks a badge with nothing but saved files, at an instant in epoch milliseconds: neither database nor network. */
export async function checkOffline(file: Buffer, saved: SavedIssuers, now: number): Promise<OfflineCheck> {
  const check = await checkBadgeFile(file, saved.issuers);
  const { verdict, problems, words, credential } = check;
  if (verdict !== "signed" || credential === null) {
    return { ...check, verdict: verdict === "signed" ? "genuine" : verdict, isStatusKnown: false };
  }
  const status = await readStatus(JSON.parse(credential) as Json, saved);
  const all = [...problems, ...status.problems];
  const judged = (found: BadgeVerdict): OfflineCheck => ({
    verdict: found,
    problems: all,
    words,
    credential,
    isStatusKnown: status.isKnown,
  });
  if (status.problems.length > 0) return judged("unchecked");
  if (words?.validFrom && Date.parse(words.validFrom) > now) {
    return { ...judged("unchecked"), problems: [...all, "not-valid-yet"] };
  }
  const isExpired = words?.validUntil !== undefined && words.validUntil !== null && Date.parse(words.validUntil) <= now;
  // What was taken away for good comes before what merely ended, and that before what has a newer one.
  const found = new Set<BadgeVerdict>([...status.verdicts, ...(isExpired ? (["expired"] as const) : [])]);
  const worst = (["revoked", "suspended", "expired", "superseded"] as const).find((each) => found.has(each));
  return judged(worst ?? "genuine");
}

interface Status {
  verdicts: BadgeVerdict[];
  problems: BadgeProblem[];
  /** Whether a list was there for every purpose. */
  isKnown: boolean;
}

/** What saved lists say of a badge. A list that its issuer did not sign says nothing, and that is a problem. */
async function readStatus(credential: Json, { issuers, lists }: SavedIssuers): Promise<Status> {
  const entries = [credential.credentialStatus ?? []].flat() as { statusListCredential: string }[];
  const named = new Set(entries.map(({ statusListCredential }) => statusListCredential));
  const saved = lists.filter(({ id }) => named.has(String(id)));
  const documents = documentsOf(issuers, saved);
  for (const list of saved) {
    if (!(await isSigned(list, documents))) return { verdicts: [], problems: ["status-list-altered"], isKnown: false };
  }
  const told = entries.filter(({ statusListCredential }) => documents.has(statusListCredential));
  if (told.length === 0) return { verdicts: [], problems: [], isKnown: false };
  const { verified, results = [] } = await checkStatus({
    credential: { ...credential, credentialStatus: told },
    documentLoader: readingLoader(documents),
    verifyBitstringStatusListCredential: false,
  });
  if (!verified) return { verdicts: [], problems: ["status-list-altered"], isKnown: false };
  const set = results.filter(({ status }) => status).map(({ credentialStatus }) => credentialStatus.statusPurpose);
  const verdicts = STATUS_PURPOSES.filter((purpose) => set.includes(purpose)).map((purpose) => VERDICTS[purpose]);
  return { verdicts, problems: [], isKnown: told.length === entries.length };
}
