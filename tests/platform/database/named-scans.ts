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
  named(
    "registrar /registrar/posted",
    "credits USING INDEX credits_posted",
    "the newest, nearly all of them the reader's",
  ),
  named("admin /admin/mail", "outbox_messages USING INDEX outbox_messages_created", "the newest of all"),
  named("admin /admin/audit", "audit_entries USING INDEX audit_entries_at", "the newest of all"),
  named("job sign-badges", "badges USING INDEX badges_unsigned", "an index of those that wait alone"),
];

/** Reads that are not meant, and wait to be mended. */
export const MISSING: NamedScan[] = [
  named("visitor /", "courses", "no index of the published courses of a program area"),
  named(
    "educator /claims",
    "correction_requests USING INDEX sqlite_autoindex_correction_requests_1",
    "no index by claim",
  ),
  named("coordinator /coordinator", "offerings", "counts and sorts what is not over, from all"),
  named("coordinator /coordinator?q=grading", "offerings", "looks for words in all"),
  named("coordinator /coordinator/courses", "courses", "sorts all by their folded titles"),
  named("coordinator /coordinator/offerings", "attendance_marks", "no index of the marks that void others"),
  named("coordinator /inbox", "inquiries USING COVERING INDEX inquiries_one_open", "no index by state"),
  named("coordinator /inbox", "inquiries USING INDEX inquiries_one_open", "no index by state"),
  named("registrar /registrar", "offerings", "options of the filters, from all claims there ever were"),
  named("registrar /registrar/posted", "credits", "counts all"),
  named("registrar /registrar/posted", "awards", "no index by provider"),
  named("registrar /registrar/posted?q=sample", "credits", "looks for words in all"),
  named("registrar /registrar/posted?q=sample", "credits USING INDEX credits_posted", "looks for words in all"),
  named("registrar /registrar/posted?q=sample", "awards", "no index by provider"),
  named("registrar /registrar/corrections", "correction_requests", "sorts all of a state"),
  named(
    "registrar /registrar/corrections",
    "correction_requests USING COVERING INDEX correction_requests_one_open",
    "counts all of a state",
  ),
  named("registrar /registrar/invoices", "invoices", "sums up what came in for each there ever was"),
  named(
    "registrar /registrar/invoices/new",
    "persons USING INDEX persons_sort_name",
    "looks for everybody's unpaid claims",
  ),
  named("registrar /registrar/without-district", "credits", "looks at every credit"),
  named("registrar /registrar/without-district", "awards", "no index by provider"),
  named("registrar /search?q=maya", "invoices USING INDEX sqlite_autoindex_invoices_1", "looks for words in all"),
  named("registrar /search?q=maya", "documents", "looks for a part of a code in all"),
  named("registrar /search?q=maya", "offerings", "looks for words in all"),
  named("registrar /search?q=maya", "courses", "looks for words in all"),
  named("registrar /people", "invoices", "theirs, and those with a line for a claim of theirs, from all"),
  named("hr /hr", "persons USING COVERING INDEX sqlite_autoindex_persons_1", "starts from everybody"),
  named("hr /hr", "persons USING INDEX sqlite_autoindex_persons_1", "starts from everybody"),
  named("hr /hr?q=sample", "persons USING COVERING INDEX sqlite_autoindex_persons_1", "starts from everybody"),
  named("hr /hr?q=sample", "persons USING INDEX sqlite_autoindex_persons_1", "starts from everybody"),
  named("hr /hr/export", "credits", "starts from every credit"),
  named("admin /admin/mail", "outbox_messages USING COVERING INDEX outbox_messages_due", "counts all by state"),
  named(
    "admin /admin/mail",
    "outbox_messages USING COVERING INDEX outbox_messages_once",
    "kinds of all there ever were",
  ),
  named("admin /admin/mail", "outbox_messages USING COVERING INDEX outbox_messages_created", "counts all"),
  named("admin /admin/audit", "audit_entries", "counts all, joined to persons"),
  named("job plan-calendar-reminders", "grants", "no index by role"),
  named("job plan-calendar-reminders", "persons", "no index by the day on which a certificate ends"),
  named("job tell-assessors", "grants USING INDEX grants_once", "starts from every grant"),
  named("job forget-expired-sign-ins", "account_sessions", "no index by expiry"),
  named("job forget-expired-sign-ins", "account_tokens", "no index by expiry"),
];
