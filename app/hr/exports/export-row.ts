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
  localRules: string;
  elsewhere: string;
  acceptedOn: string;
}

/**
 * S4: whether the district has had the line before: never, in an earlier version, or just as it is. Only a full export
 * holds unchanged lines. "replaced": the earlier version as the district has it, right before the correction that takes its
 * place. "withdrawn": the version as the district has it, which is not the district's any more; only an export of what is new holds
 * it. "unreadable": a fault of ours kept the line from being given out; it stays due.
 */
export type ExportRecord = "new" | "replaced" | "correction" | "withdrawn" | "unchanged" | "unreadable";

export interface ExportColumn {
  key: keyof ExportRow;
  header: string;
  says: string;
  /** What its cells are where that is more than text; "topics" are texts with hours in them. */
  holds?: "hours" | "amount" | "day" | "time" | "topics";
  /** How wide it is in a workbook, characters. */
  width: number;
  /** Text that a spreadsheet would take for a number or a date: whatever can mark a column as text marks these. */
  isCode?: true;
}

/** S3: the columns of an export in their order, with what each says; headers never change their name or place. */
export const EXPORT_COLUMNS: ExportColumn[] = [
  {
    key: "districtCode",
    header: "district_code",
    width: 13,
    says: "County-district code, five characters",
    isCode: true,
  },
  {
    key: "employeeId",
    header: "employee_id",
    width: 13,
    says: "The district’s own number for the person",
    isCode: true,
  },
  { key: "lastName", header: "last_name", width: 18, says: "Legal last name" },
  { key: "firstName", header: "first_name", width: 16, says: "Legal first name" },
  { key: "formerName", header: "former_name", width: 18, says: "Former names, separated by semicolons" },
  {
    key: "certificateNumber",
    header: "certificate_number",
    width: 19,
    says: "State certificate number, if known",
    isCode: true,
  },
  { key: "courseTitle", header: "course_title", width: 48, says: "Title of the course" },
  {
    key: "inServiceNumber",
    header: "in_service_number",
    width: 18,
    says: "The provider’s number of the offering",
    isCode: true,
  },
  { key: "provider", header: "provider", width: 36, says: "Who gave the hours" },
  {
    key: "providerApprovalYear",
    header: "provider_approval_year",
    width: 22,
    says: "October to September, as 2026-27",
    isCode: true,
  },
  { key: "startDate", header: "start_date", width: 12, holds: "day", says: "First day, YYYY-MM-DD" },
  { key: "completionDate", header: "completion_date", width: 15, holds: "day", says: "Last day, YYYY-MM-DD" },
  {
    key: "hoursApproved",
    header: "hours_approved",
    width: 15,
    holds: "hours",
    says: "Clock hours approved for the offering",
  },
  { key: "hoursEarned", header: "hours_earned", width: 13, holds: "hours", says: "Clock hours posted for the person" },
  {
    key: "quarterCredits",
    header: "quarter_credits",
    width: 15,
    holds: "amount",
    says: "Hours divided by 10, not rounded up",
  },
  {
    key: "designations",
    header: "designations",
    width: 24,
    holds: "topics",
    says: "Topics with their hours, as EQUITY 2; STEM 1.5",
  },
  { key: "paid", header: "paid", width: 10, holds: "amount", says: "Dollars paid, or waived" },
  { key: "verifiedBy", header: "verified_by", width: 20, says: "The registrar who verified" },
  {
    key: "verifiedAt",
    header: "verified_at",
    width: 18,
    holds: "time",
    says: "When, Pacific Time unless the offering was elsewhere",
  },
  { key: "instructor", header: "instructor", width: 28, says: "Instructors, separated by semicolons" },
  {
    key: "transcriptId",
    header: "transcript_id",
    width: 20,
    says: "Code of the newest transcript that has the line",
    isCode: true,
  },
  { key: "verificationLink", header: "verification_link", width: 46, says: "Public page of that transcript" },
  {
    key: "record",
    header: "record",
    width: 12,
    says: "new; correction, after the line that it takes the place of (replaced); withdrawn where the hours are not yours any more: take them away; unchanged since an earlier export; unreadable where we could not read it",
  },
  {
    key: "localRules",
    header: "local_rules",
    width: 40,
    says: "Which of your local rules the row fails, separated by semicolons; empty where it counts",
  },
  {
    key: "elsewhere",
    header: "hours_from_elsewhere",
    width: 21,
    says: "The person’s hours from elsewhere, of the row’s salary year: what a registrar accepted, while with you, and what you accepted; the same in each of their rows, and no part of hours_earned",
    holds: "hours",
  },
  {
    key: "acceptedOn",
    header: "accepted_on",
    width: 12,
    says: "When you accepted the line as the person submitted it, YYYY-MM-DD; empty for hours of their time with you",
    holds: "day",
  },
];

/** The headers of the columns that have to be read as text for their zeros to stay. */
export const CODE_HEADERS: readonly string[] = EXPORT_COLUMNS.filter(({ isCode }) => isCode).map(
  ({ header }) => header,
);
