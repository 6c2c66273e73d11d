import SqliteDatabase from "better-sqlite3";
import { SCRIPTS } from "../scene/dictionary";

/**
 * Every text that people can enter, by table. Where the program decides what may stand there (kinds, states, dates, codes,
 * links that must begin with https), nothing is planted: forms refuse it, which `script.ts` tries.
 */
const TEXTS: Record<string, readonly string[]> = {
  address_faults: ["reason"],
  affidavit_texts: ["text"],
  affiliations: ["title", "employee_id"],
  approval_decisions: ["note"],
  attendance_marks: ["reason"],
  claim_changes: ["reason"],
  claims: ["affidavit_text"],
  correction_requests: ["answer", "reason"],
  course_questions: ["prompt"],
  courses: ["description", "standards", "summary", "title"],
  credits: ["reason"],
  documents: ["revoked_reason"],
  former_names: ["name"],
  instructors: ["name", "qualifications"],
  invoice_lines: ["description"],
  invoice_payments: ["reference"],
  invoices: ["bill_to", "bill_to_address", "purchase_order", "reason"],
  mail_alarms: ["words"],
  offering_materials: ["title"],
  offering_message_files: ["name"],
  offering_messages: ["body", "subject"],
  offerings: [
    "address",
    "arrival",
    "bring",
    "cancel_reason",
    "contact_name",
    "contact_phone",
    "in_service_number",
    "place",
  ],
  organisations: ["billing_address", "billing_name", "county", "name"],
  outbox_messages: ["last_error", "suppressed_because"],
  payments: ["reference"],
  persons: [
    "access_needs",
    "certificate_number",
    "dietary_needs",
    "legal_first",
    "legal_last",
    "phone",
    "preferred_name",
  ],
  places: ["address", "directions", "name"],
  program_areas: ["name"],
  provider_approvals: ["basis"],
  provider_designations: ["basis"],
  provider_holidays: ["name"],
  providers: ["address", "contact_name", "contact_phone", "designee_name", "designee_title", "name", "short_name"],
  registration_answers: ["answer"],
  registration_changes: ["reason"],
  reminders: ["note"],
  export_layouts: ["name"],
  salary_reviews: ["reason"],
  sessions: ["place", "topic"],
  supervisor_requests: ["note"],
  walk_ins: ["name"],
};

/** Texts within JSON: all of a column, or those of one name. */
const WITHIN: readonly [string, string, string | null][] = [
  ["courses", "objectives", null],
  ["course_questions", "choices", null],
  ["evaluation_forms", "questions", "text"],
  ["evaluation_responses", "answers", null],
];

export interface Planted {
  columns: number;
  rows: number;
  /** Columns that take no such text whatever is tried. */
  refused: string[];
}

/** Writes script into every text that people can enter, past every form: what is shown is what pages make of it. */
export function plantScripts(file: string): Planted {
  const db = new SqliteDatabase(file);
  // History is append-only, and triggers keep it so; here it is as if it had been entered like this from the start.
  const triggers = db.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
  for (const name of triggers) db.exec(`drop trigger "${name}"`);
  const planted: Planted = { columns: 0, rows: 0, refused: [] };
  let each = 0;
  for (const [table, columns] of Object.entries(TEXTS)) {
    for (const column of columns) {
      const script = SCRIPTS[each++ % SCRIPTS.length]!;
      try {
        // The row's number keeps apart what must differ.
        const sql = `update "${table}" set "${column}" = '${each}.' || rowid || ' ' || ? where "${column}" is not null`;
        planted.rows += db.prepare(sql).run(script).changes;
        planted.columns++;
      } catch (error) {
        planted.refused.push(`${table}.${column}: ${(error as Error).message}`);
      }
    }
  }
  plantWithin(db, planted);
  db.close();
  return planted;
}

function plantWithin(db: SqliteDatabase.Database, planted: Planted): void {
  for (const [table, column, only] of WITHIN) {
    const jsons = db
      .prepare(`select distinct "${column}" from "${table}" where "${column}" is not null`)
      .pluck()
      .all() as string[];
    const update = db.prepare(`update "${table}" set "${column}" = ? where "${column}" = ?`);
    for (const json of jsons)
      planted.rows += update.run(JSON.stringify(withScript(JSON.parse(json), only)), json).changes;
    planted.columns++;
  }
}

/** A value of JSON whose words, or only those of one name, end in a script. */
function withScript(value: unknown, only: string | null, name = ""): unknown {
  if (typeof value === "string") return only === null || name === only ? value + SCRIPTS[0]! : value;
  if (Array.isArray(value)) return value.map((each) => withScript(each, only, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withScript(each, only, key)]));
}
