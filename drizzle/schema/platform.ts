import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { STARTED_STATES } from "../../app/desks/started/started-state";
import { FAULT_SOURCES } from "../../app/platform/mail/address-fault";
import { id, instant, oneOf, whereOneOf } from "./column";

/** Who read or changed what, when and from where (P5). Triggers refuse UPDATE and DELETE. */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: id(),
    at: instant("at").notNull(),
    /** Null for the system itself, for example a job. */
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Whose record it is, where it is a person's. */
    personId: text("person_id"),
    detail: text("detail", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    address: text("address"),
    requestId: text("request_id"),
  },
  (t) => [
    index("audit_entries_subject").on(t.subjectId),
    index("audit_entries_person").on(t.personId, t.at),
    index("audit_entries_at").on(t.at),
  ],
);

/** Whose records an entry of the audit log is about, where it is about several people: one row each. Append-only. */
export const auditEntryPersons = sqliteTable(
  "audit_entry_persons",
  {
    personId: text("person_id").notNull(),
    entryId: text("entry_id")
      .notNull()
      .references(() => auditEntries.id),
  },
  (t) => [primaryKey({ columns: [t.personId, t.entryId] })],
);

/** Failed tries of something that can be guessed, or messages that anybody can cause, by what is tried and from where. */
export const attempts = sqliteTable(
  "attempts",
  {
    /** Kind and SHA-256 of the account, address or person: no address stands here in clear. */
    key: text("key").primaryKey(),
    /** Tries within the window that count against the key. */
    count: integer("count").notNull(),
    windowEndsAt: instant("window_ends_at").notNull(),
    /** No try is taken before this; null while none has to wait. */
    blockedUntil: instant("blocked_until"),
  },
  (t) => [index("attempts_window").on(t.windowEndsAt)],
);

/** One row: how many changes there were that a visitor might see. Triggers count them. */
export const publicChanges = sqliteTable("public_changes", {
  id: integer("id").primaryKey(),
  number: integer("number").notNull(),
});

/** One row that the readiness check writes, to be sure that writing works. */
export const readiness = sqliteTable("readiness", {
  id: integer("id").primaryKey(),
  checkedAt: instant("checked_at").notNull(),
});

export const jobSchedules = sqliteTable("job_schedules", {
  job: text("job").primaryKey(),
  nextRunAt: instant("next_run_at").notNull(),
  lastStartedAt: instant("last_started_at"),
  lastFinishedAt: instant("last_finished_at"),
  lastOutcome: text("last_outcome"),
});

/** A job's runs that did something or failed; the older ones are forgotten. */
export const jobRuns = sqliteTable(
  "job_runs",
  {
    id: id(),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull(),
    failed: integer("failed", { mode: "boolean" }).notNull(),
    outcome: text("outcome").notNull(),
  },
  (t) => [index("job_runs_job").on(t.job, t.startedAt)],
);

/** Rows that were due and could not be processed: when they are tried again, until they are given up. */
export const dueFaults = sqliteTable(
  "due_faults",
  {
    /** Which loop they belong to, for example `send-reminders`. */
    kind: text("kind").notNull(),
    rowId: text("row_id").notNull(),
    tries: integer("tries").notNull(),
    lastError: text("last_error").notNull(),
    lastTriedAt: instant("last_tried_at").notNull(),
    /** Null once it was given up: an administrator decides. */
    nextTryAt: instant("next_try_at"),
  },
  (t) => [primaryKey({ columns: [t.kind, t.rowId] })],
);

/** Addresses that mail came back from, until their owner confirms or replaces them. */
export const addressFaults = sqliteTable(
  "address_faults",
  {
    /** Lower-cased. */
    address: text("address").primaryKey(),
    source: text("source", { enum: FAULT_SOURCES }).notNull(),
    /** What the other mail server said. */
    reason: text("reason").notNull(),
    reportedAt: instant("reported_at").notNull(),
  },
  (t) => [oneOf("address_faults_source", t.source, FAULT_SOURCES)],
);

/** Something far-reaching that a person started: it waits some seconds, in which it can be called off, and is then done. */
export const startedActions = sqliteTable(
  "started_actions",
  {
    id: id(),
    personId: text("person_id").notNull(),
    accountId: text("account_id").notNull(),
    kind: text("kind").notNull(),
    /** What it needs, as canonical JSON; null once it is finished. */
    payload: text("payload"),
    /** What it does, in words, as its rehearsal said. */
    effect: text("effect").notNull(),
    startedAt: instant("started_at").notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: STARTED_STATES }).notNull(),
    finishedAt: instant("finished_at"),
    /** What came of it, in words. */
    answer: text("answer"),
    /** Where its result stands. */
    resultPath: text("result_path"),
    address: text("address"),
    requestId: text("request_id"),
    /** Of a long work: how many things there are to do; null for what is done at once. */
    total: integer("total"),
    /** How many of them were done or left out. */
    done: integer("done").notNull().default(0),
    leftOut: integer("left_out").notNull().default(0),
    /** Why the first of them were left out. */
    leftOutWords: text("left_out_words"),
    /** Since when the person wants it to stop. */
    stopAskedAt: instant("stop_asked_at"),
  },
  (t) => [
    oneOf("started_actions_state", t.state, STARTED_STATES),
    check(
      "started_actions_done",
      sql`${t.done} >= 0 and ${t.done} <= coalesce(${t.total}, 0) and ${t.leftOut} <= ${t.done}`,
    ),
    index("started_actions_person").on(t.personId, t.startedAt),
    index("started_actions_waiting")
      .on(t.dueAt)
      .where(whereOneOf(t.state, ["waiting", "running"])),
  ],
);

/** Forms that were posted and did what they ask for: the same post once more is answered by what it did then. */
export const answeredForms = sqliteTable(
  "answered_forms",
  {
    personId: text("person_id").notNull(),
    /** From the form, which draws another each time that it is shown. */
    nonce: text("nonce").notNull(),
    /** SHA-256, hex, of what was posted: other words under the same nonce are another post. */
    digest: text("digest").notNull(),
    /** What the command gave, as JSON. */
    answer: text("answer", { mode: "json" }).notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.nonce, t.digest] }), index("answered_forms_answered").on(t.answeredAt)],
);
