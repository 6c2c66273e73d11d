/** How often something may be tried before whoever tries has to wait. */
export interface AttemptLimit {
  /** Tries that nobody waits for, at least 1. */
  free: number;
  /** After this the count begins anew, milliseconds: from the last try where waits grow, else from the first. */
  windowMs: number;
  /**
   * Each try beyond the free ones makes the next one wait: the first time this long, then twice as long each time, at
   * most the longest, which is no longer than the window. Null: no try is taken until the window ends.
   */
  waits: { firstMs: number; longestMs: number } | null;
}

/** The tries of one thing that count so far. Instants are epoch milliseconds. */
export interface Attempts {
  count: number;
  windowEndsAt: number;
  /** No try is taken before this; null while none has to wait. */
  blockedUntil: number | null;
}

/** A try that is taken, with what counts then, or the instant from which the next one is. */
export type TryDecision = { ok: true; next: Attempts } | { ok: false; retryAt: number };

/** Decides whether one more try is taken now. It counts at once: what turns out right is given back. */
export function takeTry(before: Attempts | null, limit: AttemptLimit, now: number): TryDecision {
  const live = before !== null && before.windowEndsAt > now ? before : null;
  if (live?.blockedUntil && live.blockedUntil > now) return { ok: false, retryAt: live.blockedUntil };
  const count = (live?.count ?? 0) + 1;
  if (limit.waits === null) {
    const windowEndsAt = live?.windowEndsAt ?? now + limit.windowMs;
    return count > limit.free
      ? { ok: false, retryAt: windowEndsAt }
      : { ok: true, next: { count, windowEndsAt, blockedUntil: null } };
  }
  const wait = waitAfter(count - limit.free, limit.waits);
  return { ok: true, next: { count, windowEndsAt: now + limit.windowMs, blockedUntil: wait > 0 ? now + wait : null } };
}

function waitAfter(beyond: number, { firstMs, longestMs }: { firstMs: number; longestMs: number }): number {
  return beyond > 0 ? Math.min(firstMs * 2 ** (beyond - 1), longestMs) : 0;
}

/** A wait as people read it, rounded up: "30 seconds", "1 minute", "2 hours". */
export function waitInWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return counted(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour");
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** What people read who tried too often. */
export const tooManyTriesInWords = (waitMs: number): string =>
  `That was tried too often. Wait ${waitInWords(waitMs)}, then try again.`;
