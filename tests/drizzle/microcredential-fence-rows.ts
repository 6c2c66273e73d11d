// Of each table a row that hangs on the others, for a database that has none of them yet.
const who = "(select id from persons limit 1)";
const provider = "(select id from providers limit 1)";
const area = "(select code from program_areas limit 1)";
const ROWS = `
insert into microcredentials values ('m', ${provider}, ${area}, 'Calm', 'published', 1, 1);
insert into microcredential_versions values ('v', 'm', 1, '{}', 1, ${who}, 1, ${who}, null);
insert into portfolios (id, microcredential_id, version_id, person_id, status, started_at, updated_at)
  values ('p', 'm', 'v', ${who}, 'awarded', 1, 1);
insert into portfolio_changes (id, portfolio_id, to_status, at) values ('c', 'p', 'draft', 1);
insert into stored_files values ('${"a".repeat(64)}', 1, 'application/pdf', 1, null);
insert into portfolio_files values ('f', 'p', 'k', '${"a".repeat(64)}', 'plan.pdf', 1, null);
insert into portfolio_file_scans values ('f', 'refused', 'Found something', 1, 1, 1);
insert into submissions (id, portfolio_id, round, content, settled, statement, for_practice, submitted_at)
  values ('s', 'p', 1, '{}', '[]', 'Mine.', 0, 1);
insert into assessments (id, submission_id, assessor_id, place, criteria, claimed_at)
  values ('a', 's', ${who}, 'first', '[]', 1);
insert into assessment_scores values ('a', 'k', 'demonstrated', '');
insert into awards (id, provider_id, microcredential_id, version_id, person_id, portfolio_id, awarded_on, awarded_at)
  values ('w', ${provider}, 'm', 'v', ${who}, 'p', '2027-01-01', 1);
insert into assessor_scopes values ('o', ${provider}, ${who}, 'm', 'calibrating', 1, 1);
insert into assessor_scope_changes (id, scope_id, to_state, at) values ('oc', 'o', 'calibrating', 1);
insert into practice_pieces values ('pp', 's', 1, null, null);
insert into practice_readings values ('pr', 'pp', ${who}, 1);
insert into practice_scores values ('pr', 'k', 'demonstrated', 'not-yet');
insert into award_changes (id, award_id, kind, reason, at) values ('x', 'w', 'suspended', 'Asked', 1);`;

const BADGE = `insert into badges (id, award_id, provider_id, code, status_list, status_index, parameters, made_at, credential, signed_at)
  values ('b', 'w', ${provider}, 'c', 1, 1, '{}', 1, 'x', 1);`;

const after = (statement: string) => `${ROWS} ${statement}`;
const appended = (table: string, column: string, message: string): [string, string, string][] => [
  [`${table}_no_update`, after(`update ${table} set ${column} = ${column}`), message],
  [`${table}_no_delete`, after(`delete from ${table}`), message],
];

/** What breaks each fence of the micro-credentials, and what it says. */
export const MICROCREDENTIAL_FENCES: [string, string, string][] = [
  ...appended("portfolio_changes", "at", "M1: history is append-only"),
  ...appended("assessment_scores", "comment", "M1: a score is never changed"),
  ...appended("award_changes", "reason", "M3: what became of an award stays on record"),
  ...appended("assessor_scope_changes", "reason", "M1: what became of an assessor stays on record"),
  ...appended("practice_readings", "handed_in_at", "M1: practice is handed in once"),
  ...appended("practice_scores", "level", "M1: a score is never changed"),
  [
    "portfolio_file_scans_decided_once",
    after("update portfolio_file_scans set verdict = 'clean', reason = null"),
    "M1: what a scan said of a file stays",
  ],
  [
    "portfolio_file_scans_refused_kept",
    after("delete from portfolio_file_scans"),
    "M1: a file that a scan refused stays on record",
  ],
  ["awards_no_delete", after("delete from awards"), "M3: an award stays on record"],
  ["awards_frozen", after("update awards set awarded_at = 2"), "M3: what an award says is never changed"],
  [
    "awards_date",
    after("update awards set awarded_on = '2028-01-01'"),
    "M3: the date of an award is corrected by a change that stays on record",
  ],
  ["badges_no_delete", after(`${BADGE} delete from badges`), "M3: a badge stays on record"],
  ["badges_frozen", after(`${BADGE} update badges set parameters = '[]'`), "M3: what a badge says is never changed"],
  ["badges_signed_once", after(`${BADGE} update badges set credential = 'y'`), "M3: a badge is signed once"],
  ["submissions_no_delete", after("delete from submissions"), "M1: what was handed in is kept"],
  ["submissions_frozen", after("update submissions set content = '[]'"), "M1: what was handed in is never changed"],
  [
    "microcredential_versions_frozen",
    after("update microcredential_versions set definition = '[]'"),
    "M1: a published version is frozen",
  ],
  [
    "microcredential_versions_no_delete",
    after("delete from microcredential_versions"),
    "M1: a published version is kept",
  ],
];
