/** S3: one line of an export. Codes are text. Hours and credits are decimal text; dates are `YYYY-MM-DD`. */
export interface ExportRow {
  districtCode: string;
  employeeId: string;
  lastName: string;
  firstName: string;
  formerName: string;
  certificateNumber: string;
  courseTitle: string;
  inServiceNumber: string;
  provider: string;
  providerApprovalYear: string;
  startDate: string;
  completionDate: string;
  hoursApproved: string;
  hoursEarned: string;
  quarterCredits: string;
  designations: string;
  paid: string;
  verifiedBy: string;
  verifiedAt: string;
  instructor: string;
  transcriptId: string;
  verificationLink: string;
  record: ExportRecord;
}

/**
 * S4: whether the district has had the line before: never, in an earlier version, or just as it is. Only a full export
 * holds unchanged lines. "unreadable": a fault of ours kept the line from being given out; it stays due.
 */
export type ExportRecord = "new" | "correction" | "unchanged" | "unreadable";

interface ExportColumn {
  key: keyof ExportRow;
  header: string;
  holds: string;
  /** Text that a spreadsheet would take for a number or a date: whatever can mark a column as text marks these. */
  isCode?: true;
}

/** S3: the columns of an export in their order, with what each holds; headers never change their name or place. */
export const EXPORT_COLUMNS: ExportColumn[] = [
  { key: "districtCode", header: "district_code", holds: "County-district code, five characters", isCode: true },
  { key: "employeeId", header: "employee_id", holds: "The district’s own number for the person", isCode: true },
  { key: "lastName", header: "last_name", holds: "Legal last name" },
  { key: "firstName", header: "first_name", holds: "Legal first name" },
  { key: "formerName", header: "former_name", holds: "Former names, separated by semicolons" },
  { key: "certificateNumber", header: "certificate_number", holds: "State certificate number, if known", isCode: true },
  { key: "courseTitle", header: "course_title", holds: "Title of the course" },
  { key: "inServiceNumber", header: "in_service_number", holds: "The provider’s number of the offering", isCode: true },
  { key: "provider", header: "provider", holds: "Who gave the hours" },
  {
    key: "providerApprovalYear",
    header: "provider_approval_year",
    holds: "October to September, as 2026-27",
    isCode: true,
  },
  { key: "startDate", header: "start_date", holds: "First day, YYYY-MM-DD" },
  { key: "completionDate", header: "completion_date", holds: "Last day, YYYY-MM-DD" },
  { key: "hoursApproved", header: "hours_approved", holds: "Clock hours approved for the offering" },
  { key: "hoursEarned", header: "hours_earned", holds: "Clock hours posted for the person" },
  { key: "quarterCredits", header: "quarter_credits", holds: "Hours divided by 10, not rounded up" },
  { key: "designations", header: "designations", holds: "Topics with their hours, as EQUITY 2; STEM 1.5" },
  { key: "paid", header: "paid", holds: "Dollars paid, or waived" },
  { key: "verifiedBy", header: "verified_by", holds: "The registrar who verified" },
  { key: "verifiedAt", header: "verified_at", holds: "When, Pacific Time unless the offering was elsewhere" },
  { key: "instructor", header: "instructor", holds: "Instructors, separated by semicolons" },
  {
    key: "transcriptId",
    header: "transcript_id",
    holds: "Code of the newest transcript that has the line",
    isCode: true,
  },
  { key: "verificationLink", header: "verification_link", holds: "Public page of that transcript" },
  {
    key: "record",
    header: "record",
    holds: "new, correction, or unchanged since an earlier export; unreadable where we could not read it",
  },
];

/** The headers of the columns that have to be read as text for their zeros to stay. */
export const CODE_HEADERS: readonly string[] = EXPORT_COLUMNS.filter(({ isCode }) => isCode).map(
  ({ header }) => header,
);
