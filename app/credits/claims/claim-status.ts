/** T3 as states: what a claim for clock hours can be. */
export const CLAIM_STATUSES = [
  "open",
  "claimed",
  "evaluated",
  "settled",
  "verified",
  "posted",
  "returned",
  "void",
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/**
 * From each status, the statuses that may follow. Settled means paid or waived; a waiver that rested on a workplace
 * falls with its confirmation. Until it is verified, its
 * author may change a claim or take it back: it is open again. Where a gate does not apply by the provider's policy (T3), a claim passes it by.
 */
export const CLAIM_TRANSITIONS: Record<ClaimStatus, readonly ClaimStatus[]> = {
  open: ["claimed", "void"],
  claimed: ["open", "evaluated", "settled", "verified", "returned", "void"],
  evaluated: ["open", "settled", "verified", "returned", "void"],
  settled: ["open", "evaluated", "verified", "returned", "void"],
  verified: ["posted", "returned", "void"],
  returned: ["claimed", "void"],
  posted: [],
  void: [],
};

/** Claimed, and waiting for the person: to evaluate, to pay. */
export const WAITS_FOR_PERSON = ["claimed", "evaluated"] as const satisfies readonly ClaimStatus[];

/** Nothing is left for the person to do: the registrar verifies and posts. */
export const WAITS_FOR_REGISTRAR = ["settled", "verified"] as const satisfies readonly ClaimStatus[];

/** Asked for and not yet posted. */
export const UNDER_WAY = [...WAITS_FOR_PERSON, ...WAITS_FOR_REGISTRAR] as const satisfies readonly ClaimStatus[];

/** Whether hours are asked for and not yet posted. */
export const isUnderWay = (status: ClaimStatus): boolean => (UNDER_WAY as readonly ClaimStatus[]).includes(status);

/** Whether a status may follow another. */
export function canClaimFollow(from: ClaimStatus, to: ClaimStatus): boolean {
  return CLAIM_TRANSITIONS[from].includes(to);
}

/** Whether its author can claim, or claim otherwise: until the registrar has verified it. */
export const canBeClaimed = (status: ClaimStatus): boolean =>
  canClaimFollow(status, "claimed") || canClaimFollow(status, "open");

/** How far a claim is, in words for the person whose it is. */
export const CLAIM_STATUS_WORDS: Record<ClaimStatus, string> = {
  open: "Ready to claim",
  claimed: "Claimed",
  evaluated: "Claimed and evaluated",
  settled: "With the registrar",
  verified: "Verified",
  posted: "Posted",
  returned: "Returned to you",
  void: "Void",
};

/** The tone in which each status is shown. */
export const CLAIM_STATUS_TONES = {
  open: "attention",
  claimed: "attention",
  evaluated: "waiting",
  settled: "waiting",
  verified: "waiting",
  posted: "good",
  returned: "attention",
  void: "ended",
} as const satisfies Record<ClaimStatus, string>;
