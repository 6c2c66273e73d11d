/** A submission of the first person to the first organisation, with one row. */
const submission = (id: string, state: string) => `insert into submitted_hours
  (id, person_id, organisation_id, state, consent, sent_at, decided_at, decided_by, updated_at)
  select '${id}', id, (select id from organisations limit 1), '${state}', 'Yes.', 1,
    ${state === "accepted" ? "2, id" : "null, null"}, 1 from persons order by id limit 1;
  insert into submitted_rows (submission_id, position, kind, source_id, completed_on, facts)
  values ('${id}', 0, 'elsewhere', 's', '2026-02-04', '{}');`;
const KEPT = "P2: what was submitted is kept as it was";
const TWICE = "P2: the same hours wait at a district, or count there, once";
const ORDER = "P2: what waits is decided or withdrawn, and only what was accepted is taken back";
const sent = submission("a", "sent");
const withdrawn = `${sent} update submitted_hours set state = 'withdrawn';`;

/** What breaks each fence of submitted hours, and what it says. */
export const SUBMITTED_FENCES: [string, string, string][] = [
  ["submitted_rows_no_update", `${sent} update submitted_rows set facts = '[]'`, KEPT],
  ["submitted_rows_no_delete", `${sent} delete from submitted_rows`, KEPT],
  ["submitted_hours_no_delete", `${sent} delete from submitted_hours`, KEPT],
  ["submitted_hours_frozen", `${sent} update submitted_hours set consent = ''`, KEPT],
  ["submitted_hours_decided", `${withdrawn} update submitted_hours set state = 'sent'`, ORDER],
  ["submitted_rows_once", `${sent} ${submission("b", "sent")}`, TWICE],
  [
    "submitted_hours_once",
    `${sent} update submitted_hours set state = 'returned', reason = 'No', decided_at = 2, decided_by = person_id;
      ${submission("b", "sent")}
      update submitted_hours set state = 'accepted', reason = null where id = 'a'`,
    TWICE,
  ],
];
