import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { and, eq, isNull, lte, or } from "drizzle-orm";
import { portfolioUploads } from "#drizzle/schema/microcredentials/evidence";
import type { Database } from "~/platform/database/database.server";
import { now } from "~/platform/time/clock.server";

/** Longer than a piece takes to be written, or all of a file to be looked at; after a process that ended on the way it passes. */
const HELD_MS = 60_000;
const WAIT_MS = 5_000;
const PAUSE_MS = 40;

/** Somebody else writes to the same file right now: to be tried again soon. */
export class UploadHeld extends Error {}

/** The right to write to an upload, which one request has at a time, of all processes together. */
export class UploadLock {
  private readonly token = randomUUID();

  constructor(
    private readonly db: Database,
    private readonly uploadId: string,
  ) {}

  /**
   * Waits for it for some seconds.
   * @throws UploadHeld when it does not come, or there is no such upload
   */
  async lock(signal?: AbortSignal): Promise<void> {
    for (let waited = 0; !this.claim(); waited += PAUSE_MS) {
      if (waited >= WAIT_MS || signal?.aborted) throw new UploadHeld();
      await setTimeout(PAUSE_MS);
    }
  }

  /** Gives it back; it may have passed to another already. */
  unlock(): Promise<void> {
    const mine = and(eq(portfolioUploads.id, this.uploadId), eq(portfolioUploads.heldBy, this.token));
    this.db.update(portfolioUploads).set({ heldBy: null, heldUntil: null }).where(mine).run();
    return Promise.resolve();
  }

  private claim(): boolean {
    const at = now();
    const free = and(
      eq(portfolioUploads.id, this.uploadId),
      or(isNull(portfolioUploads.heldUntil), lte(portfolioUploads.heldUntil, at)),
    );
    const held = { heldBy: this.token, heldUntil: at + HELD_MS };
    return this.db.update(portfolioUploads).set(held).where(free).run().changes === 1;
  }
}
