/** What keys are made for. A key signs for its purpose alone: what one signed proves nothing where another is asked for. */
export const SIGNING_PURPOSES = ["documents", "badges", "passes"] as const;
export type SigningPurpose = (typeof SIGNING_PURPOSES)[number];

/** Whose key, and for what. The name stands in the key's certificate. */
export interface KeyUse {
  owner: { id: string; name: string };
  purpose: SigningPurpose;
}
