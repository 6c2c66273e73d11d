/**
 * What a district's payroll reads of the ledger (S1, S4): for each district and each claim or award, what it sees now is compared
 * with what it was told last, whenever a credit is posted or corrected, whenever a workplace is written, and whenever submitted hours
 * are accepted or no more. So hours that were posted long before somebody's workplace was confirmed come as new, and hours that
 * were never theirs are taken back.
 */
const subjectOf = (row: string) => `coalesce(${row}.claim_id, ${row}.award_id)`;

const NEWEST = `NOT EXISTS (
  SELECT 1 FROM credits later WHERE (later.claim_id = c.claim_id OR later.award_id = c.award_id) AND later.version > c.version)`;

/** The same as `isSeenBy` in `app/hr/hr-scope.server.ts`. */
const SEEN = `EXISTS (
  SELECT 1 FROM affiliations a WHERE a.person_id = c.person_id AND a.organisation_id = o.id AND a.confirmed_at IS NOT NULL
  AND ((a.from_date <= c.completed_on AND (a.to_date IS NULL OR a.to_date >= c.completed_on)) OR EXISTS (
    SELECT 1 FROM submitted_rows r JOIN submitted_hours s ON s.id = r.submission_id
    WHERE r.source_id = ${subjectOf("c")} AND s.organisation_id = o.id AND s.state = 'accepted')))`;

/** Compares for some credits (a condition on `c`) and some districts (a condition on `o`). */
const tellWhere = (
  credits: string,
  districts: string,
) => `INSERT INTO hr_credit_events (organisation_id, subject_id, credit_id, type)
SELECT o.id, ${subjectOf("c")}, CASE WHEN ${SEEN} THEN c.id ELSE had.credit_id END,
  CASE WHEN NOT ${SEEN} THEN 'withdrawn' WHEN had.sequence IS NULL OR had.type = 'withdrawn' THEN 'posted' ELSE 'corrected' END
FROM credits c
JOIN organisations o ON ${districts}
LEFT JOIN hr_credit_events had ON had.sequence = (
  SELECT max(last.sequence) FROM hr_credit_events last WHERE last.subject_id = ${subjectOf("c")} AND last.organisation_id = o.id)
WHERE ${credits} AND ${NEWEST}
  AND CASE WHEN ${SEEN} THEN had.sequence IS NULL OR had.type = 'withdrawn' OR had.credit_id <> c.id
    ELSE had.type IN ('posted', 'corrected') END
ORDER BY c.posted_at, c.id, o.id`;

/** The districts that a credit concerns: where its person works or worked, and who was told of it. */
const CONCERNED = (credit: string) => `o.id IN (
  SELECT organisation_id FROM affiliations WHERE person_id = ${credit}.person_id
  UNION SELECT organisation_id FROM hr_credit_events WHERE subject_id = ${subjectOf(credit)})`;

/** Tells everybody of everything that they see: what a migration begins with. */
export const TELL_ALL = tellWhere("1", CONCERNED("c"));

const tellOf = (person: string, organisation: string) => tellWhere(`c.person_id = ${person}`, `o.id = ${organisation}`);

/** What keeps the events up. */
export const CREDIT_EVENT_TRIGGERS: [name: string, head: string, body: string][] = [
  ["credits_told", "AFTER INSERT ON credits", tellWhere("c.id = NEW.id", CONCERNED("NEW"))],
  [
    "affiliations_told_insert",
    "AFTER INSERT ON affiliations WHEN NEW.confirmed_at IS NOT NULL",
    tellOf("NEW.person_id", "NEW.organisation_id"),
  ],
  [
    "affiliations_told_update",
    "AFTER UPDATE OF person_id, organisation_id, from_date, to_date, confirmed_at ON affiliations",
    `${tellOf("OLD.person_id", "OLD.organisation_id")};
${tellOf("NEW.person_id", "NEW.organisation_id")}`,
  ],
  [
    "affiliations_told_delete",
    "AFTER DELETE ON affiliations WHEN OLD.confirmed_at IS NOT NULL",
    tellOf("OLD.person_id", "OLD.organisation_id"),
  ],
  [
    "submitted_hours_told",
    "AFTER UPDATE OF state ON submitted_hours WHEN (NEW.state = 'accepted') <> (OLD.state = 'accepted')",
    tellOf("NEW.person_id", "NEW.organisation_id"),
  ],
];
