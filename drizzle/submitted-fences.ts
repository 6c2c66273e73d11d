import { LIVE_STATES } from "../app/hr/submitted/submitted-hours";
import { abort, appendOnly, frozen, kept, trigger } from "./trigger";

const KEPT = "P2: what was submitted is kept as it was";
const TWICE = "P2: the same hours wait at a district, or count there, once";
const live = LIVE_STATES.map((state) => `'${state}'`).join(", ");

/** That hours of these rows stand in another submission to the same district that waits or was accepted. */
const standsElsewhere = (rows: string, submission: string) => `EXISTS (
  SELECT 1 FROM submitted_rows mine
  JOIN submitted_hours own ON own.id = ${submission}
  JOIN submitted_rows other ON other.source_id = mine.source_id AND other.submission_id <> own.id
  JOIN submitted_hours theirs ON theirs.id = other.submission_id
  WHERE ${rows} AND theirs.organisation_id = own.organisation_id AND theirs.person_id = own.person_id
    AND theirs.state IN (${live}))`;

/** What the tables of submitted hours cannot say. */
export const SUBMITTED_TRIGGERS = [
  ...appendOnly("submitted_rows", KEPT),
  kept("submitted_hours", KEPT),
  frozen("submitted_hours_frozen", "submitted_hours", "id, person_id, organisation_id, consent, sent_at", KEPT),
  trigger(
    "submitted_hours_decided",
    `BEFORE UPDATE OF state ON submitted_hours
WHEN NEW.state <> OLD.state AND (OLD.state = 'withdrawn' OR NEW.state = 'sent'
  OR (NEW.state IN ('withdrawn', 'returned') AND OLD.state <> 'sent')
  OR (NEW.state = 'taken-back' AND OLD.state <> 'accepted'))`,
    abort("P2: what waits is decided or withdrawn, and only what was accepted is taken back"),
  ),
  trigger(
    "submitted_rows_once",
    `AFTER INSERT ON submitted_rows
WHEN ${standsElsewhere("mine.submission_id = NEW.submission_id AND mine.position = NEW.position", "NEW.submission_id")}`,
    abort(TWICE),
  ),
  trigger(
    "submitted_hours_once",
    `BEFORE UPDATE OF state ON submitted_hours
WHEN NEW.state IN (${live}) AND ${standsElsewhere("mine.submission_id = NEW.id", "NEW.id")}`,
    abort(TWICE),
  ),
];
