import type { ListColumn, ListFilter, ListShape } from "~/platform/lists/list-shape";

/** What changes and readings are about, by the beginnings of their names in the audit log. */
export const ACTIVITY_KINDS = {
  courses: {
    label: "Courses and offerings",
    begins: ["course.", "offering.", "offering-template.", "course-template.", "material.", "plan."],
  },
  registrations: { label: "Registrations", begins: ["registration.", "registrations.", "calendar-feed."] },
  attendance: {
    label: "Attendance",
    begins: [
      ...[
        "attendance.",
        "step.",
        "steps.",
        "held-mark.",
        "online-report.",
        "check-in.",
        "kiosk.",
        "walk-in.",
        "roster.",
      ],
    ],
  },
  hours: {
    label: "Claims and hours",
    begins: [
      "claim.",
      "claims.",
      "credit.",
      "credits.",
      "correction.",
      "corrections.",
      "evaluation.",
      "hr.",
      "outside-hours.",
      "submitted-hours.",
      "growth-plan.",
      "salary-review.",
      "salary-nudge.",
    ],
  },
  money: { label: "Fees and invoices", begins: ["payment.", "invoice.", "invoices.", "credit-note.", "billable."] },
  documents: { label: "Documents", begins: ["document.", "documents.", "signing-key.", "provider-image."] },
  microcredentials: {
    label: "Micro-credentials",
    begins: [
      "microcredential.",
      "portfolio.",
      "assessment.",
      "assessor.",
      "practice.",
      "award.",
      "awards.",
      "award-hours.",
      "badge.",
    ],
  },
  people: {
    label: "People",
    begins: [
      "hr-note.",
      "person.",
      "people.",
      "affiliation.",
      "staff-list.",
      "grant.",
      "note.",
      "former-name.",
      "educator-certificate.",
      "qualifications.",
      "renewal.",
      "degree-date.",
    ],
  },
  accounts: {
    label: "Accounts and sign-in",
    begins: ["account.", "address.", "sign-up.", "invitation.", "mail-preference."],
  },
  reference: {
    label: "Reference data",
    begins: [
      "provider.",
      "policy.",
      "organisation.",
      "place.",
      "program-area.",
      "audience.",
      "instructor.",
      "affidavit.",
      "evaluation-form.",
      "salary-cutoff.",
      "trusted-issuer.",
      "export-layout.",
      "hr-api.",
      "webhook.",
      "local-rule.",
    ],
  },
  house: { label: "Lists, jobs and the log itself", begins: ["action.", "activity.", "due-row.", "list.", "view."] },
  messages: {
    label: "Messages and inquiries",
    begins: ["answer.", "mail.", "message.", "message-template.", "messages.", "inquiry.", "inquiries."],
  },
} as const satisfies Record<string, { label: string; begins: readonly string[] }>;

export type ActivityKind = keyof typeof ACTIVITY_KINDS;

const COLUMNS: readonly ListColumn[] = [
  { key: "what", label: "What", primary: true },
  { key: "when", label: "When", sort: "desc" },
  { key: "who", label: "Who" },
  { key: "whose", label: "Whose record" },
  { key: "about", label: "Number of what it is about", extra: true },
];

const FILTERS: readonly ListFilter[] = [
  { name: "q", kind: "words", label: "Who, or whose record" },
  {
    name: "kind",
    kind: "choice",
    label: "About",
    any: "Everything",
    options: Object.entries(ACTIVITY_KINDS).map(([value, { label }]) => ({ value, label })),
  },
  { name: "from", kind: "date", label: "From" },
  { name: "to", kind: "date", label: "Until" },
];

const LIST = { sort: "-when", noun: "entry", nouns: "entries" } as const;

/** What was done to one offering or one claim; which one stands in the address. */
export const ACTIVITY_LIST: ListShape = {
  ...LIST,
  name: "activity",
  title: "Activity",
  path: "/activity",
  kept: ["offering", "claim"],
  columns: COLUMNS,
  filters: FILTERS,
};

/** The whole audit log, for administrators. */
export const AUDIT_LIST: ListShape = {
  ...LIST,
  name: "audit-log",
  title: "Audit log",
  path: "/admin/audit",
  columns: [
    ...COLUMNS,
    { key: "address", label: "Network address", extra: true },
    { key: "request", label: "Request", extra: true },
  ],
  filters: [
    ...FILTERS,
    { name: "id", kind: "words", label: "Number of a row or a request" },
    {
      name: "readings",
      kind: "choice",
      label: "Readings",
      any: "Changes and readings",
      options: [
        { value: "without", label: "Changes only" },
        { value: "only", label: "Readings only" },
      ],
    },
  ],
};
