import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FENCES } from "#drizzle/fences";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { MICROCREDENTIAL_FENCES } from "./microcredential-fence-rows";
import { RENEWAL_FENCES } from "./renewal-fence-rows";
import { HR_NOTE_FENCES } from "./note-fence-rows";
import { SUBMITTED_FENCES } from "./submitted-fence-rows";
import { unpackBefore } from "./before";

let folder: string;
let db: Database;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hourbook-fences-"));
  db = openDatabase(unpackBefore(folder));
  // The version before had no such table.
  db.$client.exec(
    "insert into payment_reversals select 'r', id, null, 'twice', (select id from persons limit 1), 1 from payments limit 1",
  );
});
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const one = (table: string) => `select * from ${table} limit 1`;

// What breaks each fence, and what it says. Every table here has rows.
const APPEND_ONLY: [string, string][] = [
  ["audit_entries", "P5: the audit log is append-only"],
  ["audit_entry_persons", "P5: the audit log is append-only"],
  ["approval_decisions", "A5: a decision is kept"],
  ["registration_changes", "R7: history is append-only"],
  ["attendance_marks", "T1: a mark is append-only"],
  ["attendance_confirmations", "T3: a confirmation is append-only"],
  ["claim_changes", "T3: history is append-only"],
  ["credits", "T7: a posted credit is never edited"],
  ["payments", "T8: a payment is append-only"],
  ["invoices", "T8: an invoice is never changed"],
  ["invoice_lines", "T8: an invoice is never changed"],
  ["invoice_payments", "T8: a payment is append-only"],
  ["payment_reversals", "T8: a reversal is append-only"],
  ["document_files", "D5: an issued file is frozen"],
  ["hr_exports", "S4: an export is kept"],
  ["hr_export_lines", "S4: an export is kept"],
];

// Of tables that are younger than the database in which these are tried.
const note = `insert into person_notes (id, person_id, author_id, body, created_at, nonce)
  select 'n', id, id, 'Called.', 1, 'n' from persons limit 1;`;
const letter = `insert into person_messages (id, person_id, provider_id, sender_id, subject, body, sent_at, nonce)
  select 'm', id, (select id from providers), id, 'Hello', 'Hello.', 1, 'm' from persons limit 1;`;

const review = `insert into salary_reviews
  (id, organisation_id, person_id, source_id, credit_id, year, verdict, criterion, reviewed_by, reviewed_at)
  select 'r', (select id from organisations limit 1), person_id, claim_id, id, 2027, 'accepted', 'b', person_id, 1
  from credits limit 1`;
const made = `insert into stored_files (sha256, size, content_type, kept_at) values ('${"a".repeat(64)}', 1, 'text/csv', 1);
  insert into export_files (export_id, file_hash, name, rows, asked)
  select id, '${"a".repeat(64)}', 'hours.csv', 1, '{}' from hr_exports limit 1`;

const told = `insert into hr_credit_events (organisation_id, subject_id, credit_id, type)
  select o.id, c.claim_id, c.id, 'posted' from credits c, organisations o limit 1`;

/** An append-only table of which the older database has no rows: one is put there first. */
function refusedOnce(table: string, column: string, message: string, insert: string): [string, string, string][] {
  return [
    [`${table}_no_update`, `${insert}; update ${table} set ${column} = 'y'`, message],
    [`${table}_no_delete`, `${insert}; delete from ${table}`, message],
  ];
}

const OTHERS: [string, string, string][] = [
  ...MICROCREDENTIAL_FENCES,
  ...RENEWAL_FENCES,
  ...SUBMITTED_FENCES,
  ...HR_NOTE_FENCES,
  ...refusedOnce("salary_reviews", "reason", "S2: what was said of hours is kept", review),
  ...refusedOnce("export_files", "name", "S4: an export is kept", made),
  ...refusedOnce("hr_credit_events", "type", "S4: what a district was told is kept", told),
  ["person_notes_no_delete", `${note} delete from person_notes`, "a note is taken back, never deleted"],
  ["person_notes_frozen", `${note} update person_notes set body = ''`, "a note is taken back, never changed"],
  [
    "person_messages_no_update",
    `${letter} update person_messages set body = ''`,
    "what was written to a person is kept",
  ],
  ["person_messages_no_delete", `${letter} delete from person_messages`, "what was written to a person is kept"],
  [
    "affidavit_texts_frozen",
    "update affidavit_texts set text = 'something else'",
    "T5: the text of an affidavit that people agreed to is never changed",
  ],
  ["affidavit_texts_no_delete", "delete from affidavit_texts", "T5: claims were made under this affidavit"],
  ["documents_no_delete", "delete from documents", "D5: an issued document is kept"],
  ["documents_frozen", "update documents set code = 'x'", "D5: an issued document is frozen"],
  ["documents_frozen", "update documents set key_id = null", "D5: an issued document is frozen"],
  [
    "documents_revoked",
    "update documents set revoked_at = 1, revoked_reason = ' '",
    "D5: a revocation has a reason and is final",
  ],
  ["provider_images_no_delete", "delete from provider_images", "D5: a picture on documents is kept"],
  ["provider_images_frozen", "update provider_images set bytes = x'00'", "D5: a picture on documents is frozen"],
  ["signing_keys_no_delete", "delete from signing_keys", "D5: a signing key is kept"],
  ["signing_keys_frozen", "update signing_keys set public_key = 'x'", "D5: a signing key is frozen"],
  ["signing_keys_frozen", "update signing_keys set purpose = purpose", "D5: a signing key is frozen"],
  [
    "signing_keys_retired",
    "update signing_keys set retired_at = 1; update signing_keys set retired_at = null",
    "D5: a retired key stays retired",
  ],
  [
    "registrations_seats_insert",
    `update offerings set capacity = 5000; update offerings set capacity = max(1, (select count(*) from registrations r
       where r.offering_id = offerings.id and status in ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show')));
     insert into registrations (id, offering_id, person_id, status, arrival, created_at, updated_at)
       select 'a', id, (select id from persons where id not in (select person_id from registrations) limit 1), 'registered', 900, 1, 1
         from offerings where id in (select offering_id from registrations where status = 'attended');`,
    "R2: every seat is taken",
  ],
  [
    "registrations_seats_update",
    `update registrations set status = 'withdrawn', offer_expires_at = null, request_expires_at = null;
     update offerings set capacity = 1;
     insert into registrations (id, offering_id, person_id, status, arrival, created_at, updated_at)
       select 'b', offering_id, person_id, 'registered', 901, 1, 1 from registrations limit 1;
     update registrations set status = 'attended' where id <> 'b' and offering_id = (select offering_id from registrations where id = 'b');`,
    "R2: every seat is taken",
  ],
  [
    "offerings_capacity_taken",
    "update offerings set capacity = 0 where id in (select offering_id from registrations where status = 'attended')",
    "R2: more seats are taken than that",
  ],
  ["offerings_provider_fixed", "update offerings set provider_id = 'x'", "A6: an offering keeps its provider"],
  [
    "registrations_fixed",
    "update registrations set person_id = 'x'",
    "R7: a registration keeps its person and offering",
  ],
  [
    "registrations_arrival_fixed",
    "update registrations set arrival = arrival + 1",
    "R1: a registration keeps its place in the order of arrival",
  ],
  [
    "invoice_lines_once",
    `insert into invoice_lines select * from (${one("invoice_lines where kind = 'fee'")})`,
    "T8: this claim is on an invoice already",
  ],
  [
    "invoices_next_number",
    `insert into invoices select * from (${one("invoices")})`,
    "T8: invoice numbers have no gaps",
  ],
  [
    "affiliations_one_answer_update",
    "update affiliations set confirmed_at = 1, disowned_at = 1",
    "S1: confirmed or disowned, never both",
  ],
  [
    "affiliations_one_answer_insert",
    `insert into affiliations (id, person_id, organisation_id, role_kind, from_date, created_at, confirmed_at, disowned_at)
       select 'x', person_id, organisation_id, role_kind, from_date, 1, 1, 1 from affiliations limit 1`,
    "S1: confirmed or disowned, never both",
  ],
  ...refusedOnce(
    "plan_changes",
    "reason",
    "D1: what was changed after an approval is kept",
    `insert into plan_changes (id, offering_id, changed_at, changed_by, reason, changes)
       select 'x', o.id, 1, p.id, 'x', '[]' from offerings o, persons p limit 1`,
  ),
  ...refusedOnce(
    "inquiry_entries",
    "body",
    "what was asked and answered is kept",
    `insert into inquiries (id, kind, offering_id, person_id, state, changed_at)
       select 'x', 'offering', o.id, p.id, 'open', 1 from offerings o, persons p limit 1;
     insert into inquiry_entries (id, inquiry_id, author_id, answer, body, written_at, nonce)
       select 'x', 'x', person_id, 0, 'x', 1, 'x' from inquiries`,
  ),
];

/** Runs statements and takes everything back. */
function trying(sql: string): void {
  db.$client.exec("begin");
  try {
    db.$client.exec(sql);
  } finally {
    if (db.$client.inTransaction) db.$client.exec("rollback");
  }
}

test.each(APPEND_ONLY)("%s: %s", (table, message) => {
  const column = db.$client.prepare(`select name from pragma_table_info('${table}') limit 1`).pluck().get() as string;
  expect(() => trying(`update ${table} set "${column}" = "${column}"`)).toThrow(message);
  expect(() => trying(`delete from ${table}`)).toThrow(message);
});

test.each(OTHERS)("%s: %s", (_name, sql, message) => {
  expect(() => trying(sql)).toThrow(message);
});

test("P2: two live grants of one role for one thing are refused, also for administrators, who have none", () => {
  const twice = `insert into grants (id, person_id, role, granted_at) select 'x1', id, 'admin', 1 from persons limit 1;
    insert into grants (id, person_id, role, granted_at) select 'x2', id, 'admin', 1 from persons limit 1`;
  expect(() => trying(twice)).toThrow("UNIQUE constraint failed: index 'grants_once'");
});

test("every fence that refuses stands in one of the tables above", () => {
  const refusing = FENCES.triggers.filter(({ sql }) => sql.includes("RAISE(ABORT")).map(({ name }) => name);
  const shown = [
    ...APPEND_ONLY.flatMap(([table]) => [`${table}_no_update`, `${table}_no_delete`]),
    ...OTHERS.map(([name]) => name),
  ];
  expect([...new Set(shown)].sort()).toEqual([...refusing].sort());
});

test("after a change that reminders depend on, their offering is planned anew", () => {
  const planned = (sql: string) => {
    db.$client.exec("begin; delete from reminder_plans;");
    db.$client.exec(sql);
    const count = db.$client.prepare("select count(*) from reminder_plans").pluck().get() as number;
    db.$client.exec("rollback");
    return count;
  };
  for (const sql of [
    "update registrations set status = status",
    "update claims set evaluated = evaluated",
    "update offerings set starts_at = starts_at",
    "update sessions set ends_at = ends_at",
    "delete from session_pauses; delete from check_ins; delete from sessions where id not in (select session_id from attendance_marks)",
  ]) {
    expect([sql, planned(sql) > 0]).toEqual([sql, true]);
  }
});
