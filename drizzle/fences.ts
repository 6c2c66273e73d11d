import { SEAT_STATUSES } from "../app/registration/seats/status";
import { CREDIT_EVENT_TRIGGERS } from "./credit-events";
import { FOLD_ALL, NAME_TRIGGERS, PERSON_SEARCH } from "./folded-names";
import { INVOICE_SEARCH, INVOICE_SEARCH_TRIGGER } from "./invoice-search";
import { MICROCREDENTIAL_TRIGGERS } from "./microcredential-fences";
import { RENEWAL_TRIGGERS } from "./renewal-fences";
import { HR_NOTE_TRIGGERS } from "./note-fences";
import { OWED_TRIGGERS } from "./owed-money";
import { PUBLIC_CHANGE_TRIGGERS } from "./public-changes";
import { SUBMITTED_TRIGGERS } from "./submitted-fences";
import { abort, appendOnly, frozen, kept, trigger } from "./trigger";
import { UNPLACED_TRIGGERS } from "./unplaced-credits";

/**
 * What the tables of a schema file cannot say: triggers, the search tables, tables without row ids, an index over an
 * expression, names as they are searched and sorted. Code, not history: opening a database makes them anew whenever a migration is pending or they changed, so a
 * migration that rebuilds a table cannot lose one, and they use the same lists of states as the rules.
 */
export interface Fences {
  triggers: { name: string; sql: string }[];
  indexes: { name: string; sql: string }[];
  /** Tables in which the order of insertion must not be kept, or that are their own index. */
  withoutRowid: string[];
  searches: { name: string; sql: string; fill: string }[];
  /** How every name is folded, and by which edition of the rule. */
  folding: { edition: number; statements: string[] };
}

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ");
const seats = list(SEAT_STATUSES);
/** A change after which the reminders of an offering are planned anew. */
const plans = (table: string, event: string, { on = "insert", offering = "NEW.offering_id", when = "" } = {}) =>
  trigger(
    `${table}_plan_${on}`,
    `AFTER ${event} ON ${table}${when && `\nWHEN ${when}`}`,
    `INSERT INTO reminder_plans (offering_id) VALUES (${offering}) ON CONFLICT DO NOTHING`,
  );

const seatsTaken = `(SELECT count(*) FROM registrations WHERE offering_id = NEW.offering_id AND status IN (${seats}))`;
const seatsThere = "(SELECT capacity FROM offerings WHERE id = NEW.offering_id)";
const noSeatLeft = `${abort("R2: every seat is taken")} WHERE ${seatsTaken} >= ${seatsThere}`;

const invoicedSum = `(SELECT coalesce(sum(CASE kind WHEN 'credit' THEN -amount_cents ELSE amount_cents END), 0)
  FROM invoice_lines WHERE claim_id = NEW.claim_id)`;
const lastNumber = `(SELECT coalesce(max(sequence), 0) FROM invoices
  WHERE provider_id = NEW.provider_id AND year = NEW.year)`;

const searchColumns = "course_id, title, summary, body";
const searchValues = (row: string) => `${row}.id, ${row}.title, ${row}.summary,
  ${row}.description || ' ' || ${row}.objectives || ' ' || ${row}.standards || ' ' ||
  (SELECT name FROM program_areas WHERE code = ${row}.program_area)`;
const index = `INSERT INTO course_search (${searchColumns}) VALUES (${searchValues("NEW")})`;
const unindex = "DELETE FROM course_search WHERE course_id = OLD.id";

const facilitating = "NEW.role = 'facilitator'";
const both = "NEW.confirmed_at IS NOT NULL AND NEW.disowned_at IS NOT NULL";

export const FENCES: Fences = {
  triggers: [
    ...appendOnly("audit_entries", "P5: the audit log is append-only"),
    ...appendOnly("audit_entry_persons", "P5: the audit log is append-only"),
    ...appendOnly("approval_decisions", "A5: a decision is kept"),
    ...appendOnly("plan_changes", "D1: what was changed after an approval is kept"),
    ...appendOnly("registration_changes", "R7: history is append-only"),
    ...appendOnly("attendance_marks", "T1: a mark is append-only"),
    ...appendOnly("attendance_confirmations", "T3: a confirmation is append-only"),
    ...appendOnly("claim_changes", "T3: history is append-only"),
    ...appendOnly("credits", "T7: a posted credit is never edited"),
    ...MICROCREDENTIAL_TRIGGERS,
    ...RENEWAL_TRIGGERS,
    ...SUBMITTED_TRIGGERS,
    ...HR_NOTE_TRIGGERS,
    ...appendOnly("payments", "T8: a payment is append-only"),
    ...appendOnly("payment_reversals", "T8: a reversal is append-only"),
    ...appendOnly("invoices", "T8: an invoice is never changed"),
    ...appendOnly("invoice_lines", "T8: an invoice is never changed"),
    ...appendOnly("invoice_payments", "T8: a payment is append-only"),
    ...appendOnly("document_files", "D5: an issued file is frozen"),
    ...appendOnly("hr_exports", "S4: an export is kept"),
    ...appendOnly("hr_export_lines", "S4: an export is kept"),
    ...appendOnly("export_files", "S4: an export is kept"),
    ...appendOnly("hr_credit_events", "S4: what a district was told is kept"),
    ...appendOnly("salary_reviews", "S2: what was said of hours is kept"),

    ...appendOnly("inquiry_entries", "what was asked and answered is kept"),
    ...appendOnly("person_messages", "what was written to a person is kept"),
    kept("person_notes", "a note is taken back, never deleted"),
    frozen(
      "person_notes_frozen",
      "person_notes",
      "id, person_id, provider_id, author_id, body, created_at, nonce",
      "a note is taken back, never changed",
    ),
    trigger(
      "affidavit_texts_frozen",
      "BEFORE UPDATE ON affidavit_texts\nWHEN EXISTS (SELECT 1 FROM claims WHERE affidavit_version = OLD.version)",
      abort("T5: the text of an affidavit that people agreed to is never changed"),
    ),
    trigger(
      "affidavit_texts_no_delete",
      "BEFORE DELETE ON affidavit_texts\nWHEN EXISTS (SELECT 1 FROM claims WHERE affidavit_version = OLD.version)",
      abort("T5: claims were made under this affidavit"),
    ),

    kept("documents", "D5: an issued document is kept"),
    frozen(
      "documents_frozen",
      "documents",
      "kind, person_id, code, parameters, content_hash, file_hash, issued_at, issued_by, series, key_id",
      "D5: an issued document is frozen",
    ),
    trigger(
      "documents_revoked",
      `BEFORE UPDATE OF revoked_at, revoked_reason, revoked_by ON documents
WHEN OLD.revoked_at IS NOT NULL OR (NEW.revoked_at IS NOT NULL AND trim(coalesce(NEW.revoked_reason, '')) = '')`,
      abort("D5: a revocation has a reason and is final"),
    ),
    kept("provider_images", "D5: a picture on documents is kept"),
    frozen(
      "provider_images_frozen",
      "provider_images",
      "id, provider_id, kind, media_type, bytes, digest, added_at, added_by",
      "D5: a picture on documents is frozen",
    ),
    // Only a provider without courses and documents can be deleted, and its key, which has never signed, with it.
    trigger(
      "signing_keys_no_delete",
      `BEFORE DELETE ON signing_keys
WHEN OLD.retired_at IS NOT NULL OR EXISTS (SELECT 1 FROM courses WHERE provider_id = OLD.owner_id) OR EXISTS (SELECT 1 FROM documents WHERE key_id = OLD.id)`,
      abort("D5: a signing key is kept"),
    ),
    frozen(
      "signing_keys_frozen",
      "signing_keys",
      "id, owner_id, purpose, certificate, public_key, created_at, created_by",
      "D5: a signing key is frozen",
    ),
    trigger(
      "signing_keys_retired",
      "BEFORE UPDATE OF retired_at, retired_by ON signing_keys\nWHEN OLD.retired_at IS NOT NULL",
      abort("D5: a retired key stays retired"),
    ),

    trigger("registrations_seats_insert", `BEFORE INSERT ON registrations\nWHEN NEW.status IN (${seats})`, noSeatLeft),
    trigger(
      "registrations_seats_update",
      `BEFORE UPDATE OF status ON registrations\nWHEN NEW.status IN (${seats}) AND OLD.status NOT IN (${seats})`,
      noSeatLeft,
    ),
    trigger(
      "offerings_capacity_taken",
      "BEFORE UPDATE OF capacity ON offerings\nWHEN NEW.capacity < OLD.capacity",
      `${abort("R2: more seats are taken than that")} WHERE
  (SELECT count(*) FROM registrations WHERE offering_id = NEW.id AND status IN (${seats})) > NEW.capacity`,
    ),
    frozen("offerings_provider_fixed", "offerings", "provider_id", "A6: an offering keeps its provider"),
    frozen(
      "registrations_fixed",
      "registrations",
      "offering_id, person_id",
      "R7: a registration keeps its person and offering",
    ),
    frozen(
      "registrations_arrival_fixed",
      "registrations",
      "arrival",
      "R1: a registration keeps its place in the order of arrival",
    ),

    trigger(
      "invoice_lines_once",
      "BEFORE INSERT ON invoice_lines\nWHEN NEW.kind = 'fee'",
      `${abort("T8: this claim is on an invoice already")} WHERE ${invoicedSum} > 0`,
    ),
    trigger(
      "invoices_next_number",
      "BEFORE INSERT ON invoices",
      `${abort("T8: invoice numbers have no gaps")} WHERE NEW.sequence <> 1 + ${lastNumber}`,
    ),

    trigger(
      "affiliations_one_answer_insert",
      `BEFORE INSERT ON affiliations\nWHEN ${both}`,
      abort("S1: confirmed or disowned, never both"),
    ),
    trigger(
      "affiliations_one_answer_update",
      `BEFORE UPDATE OF confirmed_at, disowned_at ON affiliations\nWHEN ${both}`,
      abort("S1: confirmed or disowned, never both"),
    ),

    plans("registrations", "INSERT"),
    plans("registrations", "UPDATE OF status", { on: "update" }),
    plans("claims", "INSERT"),
    plans("claims", "UPDATE OF status, evaluated, settled, claimed_at", { on: "update" }),
    plans("attendance_confirmations", "INSERT"),
    plans("grants", "INSERT", { when: facilitating }),
    plans("grants", "UPDATE OF revoked_at", { on: "update", when: facilitating }),
    plans("offerings", "UPDATE OF state, modality, starts_at, ends_at", { on: "update", offering: "NEW.id" }),
    plans("sessions", "INSERT"),
    plans("sessions", "UPDATE OF starts_at, ends_at, time_zone", { on: "update" }),
    plans("sessions", "DELETE", { on: "delete", offering: "OLD.offering_id" }),

    trigger("courses_search_insert", "AFTER INSERT ON courses", index),
    trigger(
      "courses_search_update",
      "AFTER UPDATE OF title, summary, description, objectives, standards, program_area ON courses",
      `${unindex}; ${index}`,
    ),
    trigger(
      "program_areas_search_update",
      "AFTER UPDATE OF name ON program_areas",
      `DELETE FROM course_search WHERE course_id IN (SELECT id FROM courses WHERE program_area = NEW.code);
  INSERT INTO course_search (${searchColumns}) SELECT ${searchValues("courses")} FROM courses WHERE program_area = NEW.code`,
    ),
    trigger("courses_search_delete", "AFTER DELETE ON courses", unindex),

    ...NAME_TRIGGERS.map((each) => trigger(...each)),
    ...UNPLACED_TRIGGERS.map((each) => trigger(...each)),
    trigger(...INVOICE_SEARCH_TRIGGER),
    ...OWED_TRIGGERS.map((each) => trigger(...each)),
    ...CREDIT_EVENT_TRIGGERS.map((each) => trigger(...each)),
    ...PUBLIC_CHANGE_TRIGGERS,
  ],
  indexes: [
    {
      name: "grants_once",
      // P2: one live grant of a role per person and scope.
      sql: `CREATE UNIQUE INDEX grants_once
ON grants (person_id, role, coalesce(provider_id, offering_id, organisation_id, ''))
WHERE revoked_at IS NULL`,
    },
  ],
  // T6: nobody can tell from the order of the rows who answered.
  withoutRowid: ["evaluation_responses", "assessment_evaluations", "evaluated_submissions", "audit_entry_persons"],
  searches: [
    {
      name: "course_search",
      sql: `CREATE VIRTUAL TABLE course_search USING fts5(course_id UNINDEXED, title, summary, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')`,
      fill: `INSERT INTO course_search (${searchColumns}) SELECT ${searchValues("courses")} FROM courses`,
    },
    PERSON_SEARCH,
    INVOICE_SEARCH,
  ],
  folding: FOLD_ALL,
};
