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

/** What the tables of the renewal of certificates cannot say. */
export const RENEWAL_TRIGGERS = [
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
