import { and, eq, lte } from "drizzle-orm";
import { jobSchedules } from "#drizzle/schema/platform";
import { deleteExpiredSignInSessions } from "~/people/sign-in-session.server";
import { now } from "~/platform/clock.server";
import type { Context } from "~/platform/context";
import type { Database } from "~/platform/database.server";
import { logger } from "~/platform/logger.server";
import { deliverDueMessages } from "~/platform/mail.server";
import { createTransport } from "~/platform/mail-transport.server";
import { lapseExpiredOffers } from "~/registration/offer.server";
import { lapseExpiredRequests } from "~/registration/supervisor.server";

interface Job {
  name: string;
  /** For people: when it runs. */
  schedule: string;
  everyMs: number;
  /** One call into a command; says what it did, or null when there was nothing to do. */
  run(ctx: Context): Promise<string | null> | string | null;
}

const MINUTE = 60_000;
let transport: ReturnType<typeof createTransport> | undefined;

/** Every recurring job of Hourbook. */
export const JOBS: readonly Job[] = [
  {
    name: "deliver-mail",
    schedule: "every 5 seconds, where a mail server is set",
    everyMs: 5_000,
    run: async (ctx) => {
      transport ??= createTransport();
      if (!transport) return null;
      const { sent, failed } = await deliverDueMessages(ctx.db, transport, { clock: now });
      return sent + failed ? `${sent} sent, ${failed} put off or given up` : null;
    },
  },
  {
    name: "lapse-seat-offers",
    schedule: "every minute",
    everyMs: MINUTE,
    run: (ctx) => {
      const count = lapseExpiredOffers(ctx);
      return count ? `${count} offers lapsed` : null;
    },
  },
  {
    name: "lapse-supervisor-requests",
    schedule: "every minute",
    everyMs: MINUTE,
    run: (ctx) => {
      const count = lapseExpiredRequests(ctx);
      return count ? `${count} requests lapsed` : null;
    },
  },
  {
    name: "forget-expired-sign-ins",
    schedule: "every day",
    everyMs: 24 * 60 * MINUTE,
    run: async (ctx) => {
      await deleteExpiredSignInSessions(ctx.db);
      return null;
    },
  },
];

/**
 * Runs every job that is due. Each is claimed by moving its next run forward, on condition that it is still due, so that
 * of two processes one runs it. A job that fails is logged and tried again at its next time.
 */
export async function runDueJobs(db: Database): Promise<void> {
  for (const job of JOBS) {
    const startedAt = now();
    if (!claim(db, job, startedAt)) continue;
    const ctx: Context = { db, now: startedAt, actor: null, address: null, requestId: null };
    let outcome: string | null;
    try {
      outcome = await job.run(ctx);
    } catch (error) {
      logger.error({ err: error, job: job.name }, "A job failed");
      outcome = `failed: ${(error as Error).message}`;
    }
    const finished = { lastFinishedAt: now(), ...(outcome && { lastOutcome: outcome }) };
    db.update(jobSchedules).set(finished).where(eq(jobSchedules.job, job.name)).run();
  }
}

/** Each job with its last run; for administrators. */
export function listJobs(db: Database) {
  const rows = new Map(
    db
      .select()
      .from(jobSchedules)
      .all()
      .map((row) => [row.job, row]),
  );
  return JOBS.map(({ name, schedule }) => ({ name, schedule, run: rows.get(name) ?? null }));
}

function claim(db: Database, job: Job, at: number): boolean {
  db.insert(jobSchedules).values({ job: job.name, nextRunAt: at }).onConflictDoNothing().run();
  const due = and(eq(jobSchedules.job, job.name), lte(jobSchedules.nextRunAt, at));
  const claimed = db
    .update(jobSchedules)
    .set({ nextRunAt: at + job.everyMs, lastStartedAt: at })
    .where(due)
    .run();
  return claimed.changes === 1;
}
