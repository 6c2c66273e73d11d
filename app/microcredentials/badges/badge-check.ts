import { UNTRUSTED_REFUSALS, type UntrustedRefusal } from "~/platform/untrusted/refusal";

/** What became of a badge that somebody brought: the words are those of documents, and three of its own. */
export const BADGE_VERDICTS = [
  "genuine",
  "superseded",
  "revoked",
  "suspended",
  "expired",
  "altered",
  "foreign",
  "unknown",
  "unchecked",
] as const;
export type BadgeVerdict = (typeof BADGE_VERDICTS)[number];

/** Verdicts in words, and how they are to be taken. */
export const BADGE_VERDICT_WORDS: Record<BadgeVerdict, { words: string; tone: "good" | "attention" | "ended" }> = {
  genuine: { words: "Genuine", tone: "good" },
  superseded: { words: "Superseded", tone: "ended" },
  revoked: { words: "Revoked", tone: "attention" },
  suspended: { words: "Suspended", tone: "attention" },
  expired: { words: "Expired", tone: "ended" },
  altered: { words: "Altered", tone: "attention" },
  foreign: { words: "Of another issuer", tone: "attention" },
  unknown: { words: "Unknown", tone: "attention" },
  unchecked: { words: "Not checked", tone: "attention" },
};

/** What follows for a genuine badge from what became of its award. */
export const VERDICT_OF = { revoked: "revoked", suspended: "suspended" } as const;

/** Whether a badge on record stands. */
export interface BadgeStanding {
  verdict: Extract<BadgeVerdict, "genuine" | "superseded" | "revoked" | "suspended" | "expired">;
  /** Since when it does not, `YYYY-MM-DD`. */
  on: string | null;
  reason: string | null;
  /** The code of the badge that took its place. */
  successor: string | null;
}

/** What a badge file is, and what is on record of it. */
export interface CheckedBadge {
  name: string;
  verdict: BadgeVerdict;
  problems: BadgeProblem[];
  words: BadgeWords | null;
  /** What is on record under the code that it names; null when nothing is. */
  record: { code: string; standing: BadgeStanding } | null;
}

/** Why a badge file is not to be trusted, or could not be judged. */
export type BadgeProblem =
  | UntrustedRefusal
  | "no-badge"
  | "not-a-credential"
  | "unknown-context"
  | "not-signed-by-issuer"
  | "not-on-record"
  | "foreign-signature-holds"
  | "foreign-signature-fails"
  | "foreign-key-elsewhere"
  | "not-valid-yet"
  | "status-list-altered";

/** Each in plain words. */
export const BADGE_PROBLEM_WORDS: Record<BadgeProblem, string> = {
  ...UNTRUSTED_REFUSALS,
  "no-badge": "There is no badge inside this file.",
  "not-a-credential": "What is inside is not an Open Badges 3.0 credential.",
  "unknown-context": "It uses words that neither Open Badges 3.0 nor Verifiable Credentials 2.0 defines.",
  "not-signed-by-issuer": "What it says is not what the issuer signed.",
  "not-on-record": "It bears a signature of ours, but no badge on record is this one.",
  "foreign-signature-holds": "Its signature was made with the key inside it. Whose key that is, we cannot say.",
  "foreign-signature-fails": "Its signature was not made with the key inside it.",
  "foreign-key-elsewhere": "The issuer’s key is not in the file, and nothing is fetched to check it. Ask the issuer.",
  "not-valid-yet": "It says that it is valid only from a later day.",
  "status-list-altered":
    "The status list that was saved is not what the issuer signed, so what became of it is not known.",
};

/** What a badge says of itself, read without believing it. */
export interface BadgeWords {
  title: string;
  issuer: string;
  /** The badge's own address. */
  id: string;
  validFrom: string | null;
  validUntil: string | null;
}

/** What a badge file is, by its content and the keys of this site alone: neither database nor network. */
export interface BadgeFileCheck {
  verdict: "signed" | "altered" | "foreign" | "unknown";
  problems: BadgeProblem[];
  words: BadgeWords | null;
  /** The credential as JSON; null unless the signature holds. */
  credential: string | null;
}
