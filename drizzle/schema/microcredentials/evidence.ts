import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { SCAN_VERDICTS } from "../../../app/microcredentials/evidence/scan";
import { id, instant, oneOf } from "../column";
import { portfolioFiles, portfolios } from "./portfolios";

/** A file of a part that arrives in pieces. It stays for a day after it ended, so that its page can say what became of it. */
export const portfolioUploads = sqliteTable(
  "portfolio_uploads",
  {
    id: id(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id),
    partKey: text("part_key").notNull(),
    /** What its author called it. */
    name: text("name").notNull(),
    size: integer("size").notNull(),
    /** When it was changed last, by the device that sends it: with name and size, by what it is known again. */
    changedAt: instant("changed_at").notNull(),
    startedAt: instant("started_at").notNull(),
    /** Which request writes to it, and until when that counts: two never write at once, whatever the number of processes. */
    heldBy: text("held_by"),
    heldUntil: instant("held_until"),
    endedAt: instant("ended_at"),
    /** What it became; null where it was refused. */
    fileId: text("file_id").references(() => portfolioFiles.id),
    refusal: text("refusal"),
  },
  (t) => [
    check("portfolio_uploads_size", sql`${t.size} > 0`),
    check(
      "portfolio_uploads_end",
      sql`(${t.endedAt} is null and ${t.fileId} is null and ${t.refusal} is null)
        or (${t.endedAt} is not null and (${t.fileId} is null) <> (${t.refusal} is null))`,
    ),
    index("portfolio_uploads_portfolio").on(t.portfolioId),
    index("portfolio_uploads_file").on(t.fileId),
  ],
);

/** What the operator's command said of a file; no row where there was no command when it came. */
export const portfolioFileScans = sqliteTable(
  "portfolio_file_scans",
  {
    fileId: text("file_id")
      .primaryKey()
      .references(() => portfolioFiles.id),
    verdict: text("verdict", { enum: SCAN_VERDICTS }).notNull(),
    /** The first line of what the command said against it. */
    reason: text("reason"),
    decidedAt: instant("decided_at"),
    tries: integer("tries").notNull(),
    /** Not tried before this, and by no second process while it is tried. */
    nextTryAt: instant("next_try_at").notNull(),
  },
  (t) => [
    oneOf("portfolio_file_scans_verdict", t.verdict, SCAN_VERDICTS),
    check("portfolio_file_scans_decided", sql`(${t.verdict} = 'waiting') = (${t.decidedAt} is null)`),
    check("portfolio_file_scans_reason", sql`(${t.verdict} = 'refused') = (${t.reason} is not null)`),
    index("portfolio_file_scans_waiting").on(t.verdict, t.nextTryAt),
  ],
);
