import { forgetStaffLists } from "~/hr/staff-lists/importing/forget-staff-lists.server";
import { forgetOldMessages } from "~/hr/webhooks/queue-messages.server";
import { sweepUploads } from "~/microcredentials/evidence/upload.server";
import { deleteLapsedTokens } from "~/people/accounts/account-token.server";
import { deleteExpiredSignInSessions } from "~/people/accounts/sign-in-session.server";
import { forgetOldAttempts } from "~/platform/secrets/attempts.server";
import { forgetAnsweredForms } from "~/platform/http/once.server";
import { checkWholeFile, keepStatistics } from "~/platform/database/upkeep.server";
import { forgetOldRefusals } from "~/platform/mail/refusal.server";
import { sweepFiles } from "~/platform/files/file-sweep.server";
import { forgetOldDraftFiles } from "~/registration/messages/message-draft.server";
import { forgetOldStarted } from "~/desks/started/started-action.server";
import { plural } from "~/platform/format";
import type { Job } from "~/platform/jobs/job-schedule.server";

const MINUTE = 60_000;

/** What keeps the database and its files in order, and forgets what nobody needs. */
export const UPKEEP_JOBS: readonly Job[] = [
  {
    name: "forget-expired-sign-ins",
    schedule: "every day",
    everyMs: 24 * 60 * MINUTE,
    run: async (ctx) => {
      await deleteExpiredSignInSessions(ctx.db);
      deleteLapsedTokens(ctx);
      return null;
    },
  },
  {
    name: "forget-unsent-files",
    schedule: "every day, for files of messages that nobody sent",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetOldDraftFiles(ctx);
      return count ? `${plural(count, "file")} forgotten` : null;
    },
  },
  {
    name: "forget-staff-lists",
    schedule: "every day, for staff lists that wait for a week, and lines of imports that are a month old",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetStaffLists(ctx);
      return count ? `${plural(count, "staff list")} forgotten` : null;
    },
  },
  {
    name: "forget-webhook-messages",
    schedule: "every day, for messages that are older than 400 days",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetOldMessages(ctx);
      return count ? `${plural(count, "message")} forgotten` : null;
    },
  },
  {
    name: "forget-answered-forms",
    schedule: "every day, for forms that were posted a day ago",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetAnsweredForms(ctx);
      return count ? `${plural(count, "form")} forgotten` : null;
    },
  },
  {
    name: "forget-old-attempts",
    schedule: "every day, for tries that no longer count",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetOldAttempts(ctx);
      return count ? `${plural(count, "counter")} forgotten` : null;
    },
  },
  {
    name: "forget-old-refusals",
    schedule: "every day, for mail that was refused more than a year ago",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetOldRefusals(ctx);
      return count ? `${plural(count, "refusal")} forgotten` : null;
    },
  },
  {
    name: "forget-old-started",
    schedule: "every day, for actions of more than thirty days ago",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const count = forgetOldStarted(ctx);
      return count ? `${plural(count, "action")} forgotten` : null;
    },
  },
  {
    name: "sweep-uploads",
    schedule: "every hour, for files of which no piece has come for a day",
    everyMs: 60 * MINUTE,
    run: (ctx) => {
      const count = sweepUploads(ctx);
      return count ? `${plural(count, "unfinished file")} swept away` : null;
    },
  },
  {
    name: "keep-statistics",
    schedule: "every day, for what the database knows of its tables",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      keepStatistics(ctx.db.$client, "all");
      return null;
    },
  },
  {
    name: "check-database",
    schedule: "every night at 3:00, over the whole file",
    everyMs: 24 * 60 * MINUTE,
    at: "03:00",
    run: async (ctx, signal) => {
      await checkWholeFile(ctx.db, signal);
      return "The file is whole";
    },
  },
  {
    name: "sweep-files",
    schedule: "every day, for files that nothing has named for a day",
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => {
      const { rows, strays } = sweepFiles(ctx);
      return rows + strays ? `${plural(rows, "file")} and ${plural(strays, "stray")} swept away` : null;
    },
  },
];
