import { trigger } from "./trigger";

/** What visitors' pages are made of. A test visits them and compares. */
export const PUBLIC_TABLES = [
  ...["courses", "course_audiences", "course_designations", "course_prerequisites", "course_questions"],
  ...[
    "offerings",
    "offering_designations",
    "offering_materials",
    "sessions",
    "session_pauses",
    "session_steps",
    "instructors",
    "places",
  ],
  ...["registrations", "microcredentials", "microcredential_versions", "hours_decisions", "submissions"],
  ...["portfolios", "stored_files"],
  ...["audiences", "program_areas", "providers", "organisations"],
];

/** What counts the changes that a visitor might see, so that pages that are kept for visitors are dropped by these alone. */
export const PUBLIC_CHANGE_TRIGGERS = PUBLIC_TABLES.flatMap((table) =>
  ["insert", "update", "delete"].map((event) =>
    trigger(
      `${table}_public_${event}`,
      `AFTER ${event.toUpperCase()} ON ${table}`,
      "UPDATE public_changes SET number = number + 1",
    ),
  ),
);
