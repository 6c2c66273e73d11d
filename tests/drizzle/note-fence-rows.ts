/** A note about the first person by themselves, for the first organisation. */
const note = `insert into hr_notes (id, organisation_id, person_id, created_at, created_by)
  select 'n', (select id from organisations limit 1), id, 1, id from persons order by id limit 1;
  insert into hr_note_versions (note_id, version, body, written_at, written_by)
  select id, 1, 'Asked for a copy.', 1, created_by from hr_notes;`;
const KEPT = "what HR noted is a public record and is kept";

/** What breaks each fence of HR's notes, and what it says. */
export const HR_NOTE_FENCES: [string, string, string][] = [
  ["hr_note_versions_no_update", `${note} update hr_note_versions set body = ''`, KEPT],
  ["hr_note_versions_no_delete", `${note} delete from hr_note_versions`, KEPT],
  ["hr_notes_no_delete", `${note} delete from hr_notes`, KEPT],
  ["hr_notes_frozen", `${note} update hr_notes set created_at = 2`, KEPT],
];
