import { type AwardFacts, standingOf } from "./award-standing";

/** For so long before an award expires its holder can begin to renew it, and is told so when that begins. */
export const RENEWAL_DAYS = 60;

const RENEWAL_MS = RENEWAL_DAYS * 86_400_000;

/** Until when an award expires at the latest for its renewal to be possible now. Epoch milliseconds. */
export const renewableUntil = (now: number): number => now + RENEWAL_MS;

/** Whether an award is valid now and so near its end that its holder can begin anew. */
export const isRenewable = (award: AwardFacts, now: number): boolean =>
  standingOf(award, now) === "current" && award.expiresAt !== null && award.expiresAt <= renewableUntil(now);
