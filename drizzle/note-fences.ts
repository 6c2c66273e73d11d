import { appendOnly, frozen, kept } from "./trigger";

const KEPT = "what HR noted is a public record and is kept";

/** What the tables of HR's notes cannot say. */
export const HR_NOTE_TRIGGERS = [
  ...appendOnly("hr_note_versions", KEPT),
  kept("hr_notes", KEPT),
  frozen("hr_notes_frozen", "hr_notes", "id, organisation_id, person_id, created_at, created_by", KEPT),
];
