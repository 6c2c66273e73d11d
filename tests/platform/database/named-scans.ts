/** A statement that reads a whole table or index, and why. */
export interface NamedScan {
  /** The page or job that asks it, without what stands in the address for a thing. */
  by: string;
  /** The table, and the index of it that is read. */
  scan: string;
  why: string;
}

const named = (by: string, scan: string, why: string): NamedScan => ({ by, scan, why });

/** Reads that are meant: of an index in the order of the list, to the end of its first page. */
export const MEANT: NamedScan[] = [
  named("hr /hr", "persons USING COVERING INDEX persons_sort_name", "a page of a district by name, until it is full"),
  named(
    "registrar /registrar/posted",
    "credits USING INDEX credits_posted",
    "the newest, nearly all of them the reader's",
  ),
  named("registrar /registrar", "claims USING COVERING INDEX claims_waiting", "an index of those under way alone"),
  named("registrar /registrar?view=waiting", "claims USING COVERING INDEX claims_waiting", "those under way alone"),
  named("registrar /registrar/documents", "documents USING INDEX documents_issued", "the newest of all"),
  named("admin /admin/mail", "outbox_messages USING INDEX outbox_messages_created", "the newest of all"),
  named("admin /admin/audit", "audit_entries USING INDEX audit_entries_at", "the newest of all"),
  named("job sign-badges", "badges USING INDEX badges_unsigned", "an index of those that wait alone"),
];

/** Reads of a whole table or index that is short enough, or that waits to be mended. */
export const SHORT: NamedScan[] = [
  named(
    "educator /claims",
    "correction_requests USING INDEX sqlite_autoindex_correction_requests_1",
    "in the order of their ids; corrections are rare",
  ),
  named(
    "registrar /search?q=maya",
    "documents USING COVERING INDEX documents_code_unique",
    "looks for a part of a code in all codes",
  ),
  named("registrar /search?q=maya", "offerings", "looks for words in all"),
  named("registrar /search?q=maya", "courses", "looks for words in all"),
  named("job plan-calendar-reminders", "grants", "no index by role"),
  named("job tell-assessors", "grants USING INDEX grants_once", "starts from every grant"),
  named("registrar /registrar/posted?q=sample", "courses", "looks for words in all titles, some thousand"),
  named("coordinator /coordinator/courses", "courses USING INDEX courses_provider (provider_id=?)", "some thousand"),
  named(
    "registrar /registrar/posted?q=sample",
    "offerings USING COVERING INDEX offerings_in_service_number",
    "looks for words in all, some ten thousand",
  ),
  named(
    "registrar /registrar/invoices",
    "invoices USING INDEX invoices_sequence (provider_id=?)",
    "sums up what came in for each there ever was",
  ),
  named(
    "job tell-of-expiry",
    "awards USING INDEX awards_provider (provider_id=?)",
    "all awards of a provider, once a day",
  ),
  named("facilitator /facilitator/offerings", "address_faults", "marked addresses, fewer than the people asked about"),
  named("hr /hr/export", "export_files LEFT-JOIN", "the generated state has none but those of this test"),
  named("job make-exports", "export_runs", "what was asked for; the generated state has none but those of this test"),
  named("job make-exports", "former_names", "former names, fewer than the people asked about"),
  named("payroll", "former_names", "former names, fewer than the people asked about"),
  named("payroll", "export_files LEFT-JOIN", "the generated state has none but those of this test"),
];
