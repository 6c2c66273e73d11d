import { goOnWithExports } from "~/hr/exports/making/go-on-with-exports.server";
import { deliverMessages } from "~/hr/webhooks/deliver.server";
import { queueMessages } from "~/hr/webhooks/queue-messages.server";
import { goOnWithStaffLists } from "~/hr/staff-lists/importing/go-on-with-staff-lists.server";
import { warnOfPromises } from "~/microcredentials/assessment/promise.server";
import { tellAssessorsOfQueue } from "~/microcredentials/assessment/queue-mail.server";
import { releaseIdle } from "~/microcredentials/assessment/release.server";
import { tellOfExpiry } from "~/microcredentials/awards/renewal.server";
import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import { scanWaiting } from "~/microcredentials/evidence/scan-files.server";
import { now } from "~/platform/time/clock.server";
import type { Database } from "~/platform/database/database.server";
import { plural } from "~/platform/format";
import {
  countRuns,
  isFailing,
  type Job,
  listRuns,
  listSchedules,
  runIfDue,
  RUNS_KEPT,
} from "~/platform/jobs/job-schedule.server";
import { deliverDueMessages } from "~/messages/delivery/deliverer.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { lapseExpiredOffers } from "~/registration/waitlist/offer.server";
import { lapseExpiredRequests } from "~/registration/approval/supervisor.server";
import { planCalendar } from "~/reminders/calendar-plan.server";
import { writeDueDigests } from "~/reminders/digest.server";
import { planQueuedOfferings } from "~/reminders/offering-plan.server";
import { sendDueReminders } from "~/reminders/send.server";
import { carryOutDue } from "~/desks/started/carry-out.server";
import { UPKEEP_JOBS } from "./upkeep-jobs.server";
import { goOnWithLongWork } from "~/desks/started/long-work.server";
import { messageFiles } from "./message-files.server";
import { COMPOSERS } from "./reminder-composers.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
let transport: ReturnType<typeof createTransport> | undefined;

/** Every recurring job of Hourbook. */
export const JOBS: readonly Job[] = [
  {
    name: "deliver-mail",
    schedule: "every 5 seconds, where a mail server is set",
    everyMs: 5 * SECOND,
    run: async (ctx, signal) => {
      transport ??= createTransport();
      if (!transport) return null;
      const attach = messageFiles(() => ({ ...ctx, now: now() }));
      const { sent, failed, suppressed } = await deliverDueMessages(ctx.db, transport, { clock: now, attach, signal });
      if (sent + failed + suppressed === 0) return null;
      return `${sent} sent, ${failed} put off or given up, ${suppressed} held back`;
    },
  },
  {
    name: "carry-out-started",
    schedule: "every second, for what can no longer be called off",
    everyMs: SECOND,
    run: (ctx) => {
      const count = carryOutDue(ctx);
      return count ? `${plural(count, "action")} carried out` : null;
    },
  },
  {
    name: "go-on-with-long-work",
    schedule: "every second, for what is under way in parts",
    everyMs: SECOND,
    run: async (ctx, signal) => {
      const count = await goOnWithLongWork(ctx, signal);
      return count ? `${plural(count, "long work", "long works")} ended` : null;
    },
  },
  {
    name: "make-exports",
    schedule: "every second, for HR's exports that were asked for",
    everyMs: SECOND,
    run: async (ctx, signal) => {
      const count = await goOnWithExports(ctx, signal);
      return count ? `${plural(count, "export")} ended` : null;
    },
  },
  {
    name: "tell-payroll",
    schedule: "every 2 seconds, for webhooks of districts",
    everyMs: 2 * SECOND,
    run: async (ctx, signal) => {
      const queued = queueMessages(ctx);
      const { delivered, failed } = await deliverMessages(ctx, signal);
      return queued + delivered + failed ? `${queued} written, ${delivered} delivered, ${failed} not taken` : null;
    },
  },
  {
    name: "go-on-with-staff-lists",
    schedule: "every second, for staff lists that are read, imported or taken back",
    everyMs: SECOND,
    run: async (ctx, signal) => {
      const count = await goOnWithStaffLists(ctx, signal);
      return count ? `${plural(count, "staff list")} done` : null;
    },
  },
  {
    name: "lapse-seat-offers",
    schedule: "every minute",
    everyMs: MINUTE,
    run: (ctx) => {
      const count = lapseExpiredOffers(ctx);
      return count ? `${plural(count, "offer")} lapsed` : null;
    },
  },
  {
    name: "lapse-supervisor-requests",
    schedule: "every minute",
    everyMs: MINUTE,
    run: (ctx) => {
      const count = lapseExpiredRequests(ctx);
      return count ? `${plural(count, "request")} lapsed` : null;
    },
  },
  {
    name: "plan-reminders",
    schedule: "every 10 seconds, for offerings that changed",
    everyMs: 10 * SECOND,
    run: (ctx) => {
      const count = planQueuedOfferings(ctx);
      return count ? `${plural(count, "offering")} planned anew` : null;
    },
  },
  {
    name: "plan-calendar-reminders",
    schedule: "every hour, for registrars, HR and renewals",
    everyMs: 60 * MINUTE,
    run: (ctx) => {
      planCalendar(ctx);
      return null;
    },
  },
  {
    name: "send-reminders",
    schedule: "every minute",
    everyMs: MINUTE,
    run: async (ctx, signal) => {
      planQueuedOfferings(ctx);
      const { sent, skipped } = await sendDueReminders(ctx, COMPOSERS, signal);
      return sent + skipped ? `${sent} written, ${skipped} dropped` : null;
    },
  },
  {
    name: "send-summaries",
    schedule: "every minute; summaries are due at 7:00",
    everyMs: MINUTE,
    run: (ctx) => {
      const count = writeDueDigests(ctx);
      return count ? `${plural(count, "summary", "summaries")} written` : null;
    },
  },
  {
    name: "release-idle-assessments",
    schedule: "every hour, for portfolios whose assessors gave no sign for three days",
    everyMs: 60 * MINUTE,
    run: (ctx) => {
      const count = releaseIdle(ctx);
      return count ? `${plural(count, "portfolio")} given back to the queue` : null;
    },
  },
  {
    name: "sign-badges",
    schedule: "every 5 seconds, for new awards and badges that are replaced",
    everyMs: 5 * SECOND,
    run: async (ctx) => {
      const count = await signDueBadges(ctx);
      return count ? `${plural(count, "badge")} signed` : null;
    },
  },
  {
    name: "tell-of-expiry",
    schedule: "every hour, for awards that expire within sixty days",
    everyMs: 60 * MINUTE,
    run: (ctx) => {
      const count = tellOfExpiry(ctx);
      return count ? `${plural(count, "holder")} told` : null;
    },
  },
  {
    name: "warn-of-promises",
    schedule: "every hour, for decisions whose promise ends within five days",
    everyMs: 60 * MINUTE,
    run: (ctx) => {
      const count = warnOfPromises(ctx);
      return count ? `${plural(count, "portfolio")} whose promise is at risk` : null;
    },
  },
  {
    name: "tell-assessors",
    schedule: "every hour from 7:00 on, for assessors for whom something waits; once a day",
    everyMs: 60 * MINUTE,
    run: (ctx) => {
      const count = tellAssessorsOfQueue(ctx);
      return count ? `${plural(count, "assessor")} told` : null;
    },
  },
  {
    name: "scan-evidence",
    schedule: "every 5 seconds, where a command that checks files is set",
    everyMs: 5 * SECOND,
    run: async (ctx, signal) => {
      const { clean, refused, putOff } = await scanWaiting(ctx, { signal });
      return clean + refused + putOff ? `${clean} clean, ${refused} refused, ${putOff} put off` : null;
    },
  },
  ...UPKEEP_JOBS,
];

/** Runs every job that is due, one after another. */
export async function runDueJobs(db: Database): Promise<void> {
  for (const job of JOBS) await runIfDue(db, job);
}

/** Each job with its last run; for administrators. */
export function listJobs(db: Database) {
  const schedules = listSchedules(db);
  return JOBS.map(({ name, schedule }) => ({
    name,
    schedule,
    run: schedules.get(name) ?? null,
    isFailing: isFailing(schedules.get(name)),
  }));
}

const NEWEST_OF_JOB = 10;

/**
 * The runs of all jobs that did something or failed, newest first, and how many are kept; for administrators.
 * @param all every run that is kept, not the newest ten of each job
 */
export function listJobRuns(db: Database, all = false) {
  const names = JOBS.map(({ name }) => name);
  const rows = names.flatMap((name) => listRuns(db, name, all ? RUNS_KEPT : NEWEST_OF_JOB));
  return { rows: rows.toSorted((a, b) => b.startedAt - a.startedAt), total: countRuns(db, names) };
}
