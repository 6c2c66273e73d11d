/** What a token opens. */
export const API_SCOPES = ["credits", "people", "exports"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export const API_SCOPE_WORDS: Record<ApiScope, string> = {
  credits: "Credits: posted, corrected and withdrawn hours, and how far they were taken over",
  people: "People: names, certificate and employee numbers, and their time with you",
  exports: "Exports: the list of files, and the files",
};

/** So many tokens of one organization work at once. */
export const MOST_TOKENS = 20;

/** The longest that a token works, in days. */
export const LONGEST_DAYS = 366;

/** Begins every token, so that whoever finds one knows what it is. */
export const TOKEN_PREFIX = "hourbook_hr_";

interface TokenTimes {
  /** Instants, epoch milliseconds. */
  expiresAt: number;
  revokedAt: number | null;
}

export type TokenState = "works" | "expired" | "revoked";

/** Whether a token works at an instant. */
export function stateOfToken({ expiresAt, revokedAt }: TokenTimes, now: number): TokenState {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "works";
}

const SOON_MS = 30 * 86_400_000;

/** Whether a token that works ends within thirty days: whoever uses it needs another before. */
export const endsSoon = (token: TokenTimes, now: number): boolean =>
  stateOfToken(token, now) === "works" && token.expiresAt - now <= SOON_MS;

export const TOKEN_STATE_WORDS: Record<TokenState, string> = {
  works: "Works",
  expired: "Expired",
  revoked: "Revoked",
};

export const TOKEN_STATE_TONES = {
  works: "good",
  expired: "neutral",
  revoked: "neutral",
} as const satisfies Record<TokenState, string>;
