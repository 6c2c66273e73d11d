/**
 * Credits that no district's HR sees (S1) are kept apart by triggers: few among all, and to be found without reading the
 * ledger, in the order of their day. Whoever's credits or workplaces are written has theirs found anew.
 */
const NEWEST = `c.minutes > 0 AND NOT EXISTS (
  SELECT 1 FROM credits later WHERE (later.claim_id = c.claim_id OR later.award_id = c.award_id) AND later.version > c.version)`;
const PLACED = `EXISTS (
  SELECT 1 FROM affiliations a WHERE a.person_id = c.person_id AND a.confirmed_at IS NOT NULL
  AND a.from_date <= c.completed_on AND (a.to_date IS NULL OR a.to_date >= c.completed_on))`;
/** Who posted it: an offering and an award keep their provider. */
const PROVIDER = `coalesce((SELECT provider_id FROM offerings WHERE id = c.offering_id),
  (SELECT provider_id FROM awards WHERE id = c.award_id))`;

const placeWhere = (people: string) => `DELETE FROM unplaced_credits WHERE ${people};
INSERT INTO unplaced_credits (credit_id, person_id, provider_id, completed_on)
SELECT c.id, c.person_id, ${PROVIDER}, c.completed_on FROM credits c WHERE ${people.replace("person_id", "c.person_id")} AND ${NEWEST} AND NOT ${PLACED}`;

/** Finds those of everybody: what a migration begins with. */
export const PLACE_ALL = placeWhere("person_id IS NOT NULL");

/** What keeps the list up. */
export const UNPLACED_TRIGGERS: [name: string, head: string, body: string][] = [
  ["credits_placed", "AFTER INSERT ON credits", placeWhere("person_id = NEW.person_id")],
  ["affiliations_placed_insert", "AFTER INSERT ON affiliations", placeWhere("person_id = NEW.person_id")],
  [
    "affiliations_placed_update",
    "AFTER UPDATE OF person_id, from_date, to_date, confirmed_at ON affiliations",
    placeWhere("person_id IN (OLD.person_id, NEW.person_id)"),
  ],
  ["affiliations_placed_delete", "AFTER DELETE ON affiliations", placeWhere("person_id = OLD.person_id")],
];
