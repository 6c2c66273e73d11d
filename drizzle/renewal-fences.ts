import { abort, trigger } from "./trigger";

const shareADay = `EXISTS (SELECT 1 FROM educator_certificates other
  WHERE other.person_id = NEW.person_id AND other.kind = NEW.kind AND other.id <> NEW.id
    AND other.issued_on <= coalesce(NEW.expires_on, '9999-12-31')
    AND NEW.issued_on <= coalesce(other.expires_on, '9999-12-31'))`;

/** Of each kind that is renewed with hours the last that was issued, and of these the earliest last day: `deadlineOf`. */
const deadlineOf = (row: string) => `UPDATE persons SET certificate_expires_on = (
  SELECT min(held.expires_on) FROM educator_certificates held
  WHERE held.person_id = ${row}.person_id AND held.kind NOT LIKE 'para-%' AND NOT EXISTS (
    SELECT 1 FROM educator_certificates later
    WHERE later.person_id = held.person_id AND later.kind = held.kind AND later.issued_on > held.issued_on))
  WHERE id = ${row}.person_id`;

const OUTSIDE_CONTENT =
  "id, person_id, kind, amount, title, provider_name, started_on, completed_on, in_person, designations, file_hash, file_name";

const PLAN_CONTENT =
  "id, person_id, year, goals, standards, activities, evidence, reflection, topics, ended_on, created_at";
const SIGNED = "N1: a signed growth plan is locked";

/** What the tables of the renewal of certificates cannot say. */
export const RENEWAL_TRIGGERS = [
  trigger(
    "outside_hours_accepted",
    `BEFORE UPDATE OF ${OUTSIDE_CONTENT} ON outside_hours\nWHEN OLD.state = 'accepted'`,
    abort("N1: what a registrar accepted stays as it was looked at"),
  ),
  trigger(
    "outside_hours_accepted_no_delete",
    "BEFORE DELETE ON outside_hours\nWHEN OLD.state = 'accepted'",
    abort("N1: what a registrar accepted is taken back, not deleted"),
  ),
  trigger(
    "outside_hours_decided",
    `BEFORE UPDATE OF state ON outside_hours
WHEN (NEW.state IN ('accepted', 'returned') AND OLD.state NOT IN ('sent', NEW.state))
  OR (OLD.state = 'accepted' AND NEW.state NOT IN ('accepted', 'taken-back'))
  OR (NEW.state = 'taken-back' AND OLD.state NOT IN ('accepted', 'taken-back'))`,
    abort("N1: only what was sent is accepted or returned, and only what was accepted is taken back"),
  ),
  trigger("growth_plans_signed_no_update", `BEFORE UPDATE ON growth_plans\nWHEN OLD.state = 'signed'`, abort(SIGNED)),
  trigger("growth_plans_signed_no_delete", `BEFORE DELETE ON growth_plans\nWHEN OLD.state = 'signed'`, abort(SIGNED)),
  trigger(
    "growth_plans_sent_kept",
    `BEFORE UPDATE OF ${PLAN_CONTENT} ON growth_plans\nWHEN OLD.state = 'sent' AND NEW.state IN ('sent', 'signed')`,
    abort("N1: a growth plan stays as its reviewer reads it"),
  ),
  trigger(
    "growth_plans_signed_after_sent",
    "BEFORE UPDATE OF state ON growth_plans\nWHEN NEW.state = 'signed' AND OLD.state <> 'sent'",
    abort("N1: only a growth plan that was sent is signed"),
  ),
  ...[
    ["insert", "NEW"],
    ["update", "OLD"],
    ["delete", "OLD"],
  ].map(([event, row]) =>
    trigger(
      `growth_plan_files_locked_${event}`,
      `BEFORE ${event} ON growth_plan_files
WHEN EXISTS (SELECT 1 FROM growth_plans WHERE id = ${row}.plan_id AND state IN ('sent', 'signed'))`,
      abort("N1: a growth plan stays as its reviewer reads it"),
    ),
  ),
  ...["INSERT", "UPDATE"].map((event) =>
    trigger(
      `educator_certificates_apart_${event.toLowerCase()}`,
      `BEFORE ${event} ON educator_certificates\nWHEN ${shareADay}`,
      abort("N1: two certificates of one kind never share a day"),
    ),
  ),
  ...["INSERT", "UPDATE", "DELETE"].map((event) =>
    trigger(
      `educator_certificates_deadline_${event.toLowerCase()}`,
      `AFTER ${event} ON educator_certificates`,
      deadlineOf(event === "DELETE" ? "OLD" : "NEW"),
    ),
  ),
];
