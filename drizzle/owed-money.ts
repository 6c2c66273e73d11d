/**
 * Invoices that are not paid, and claims whose fee can be put on an invoice (T8), are kept apart by triggers: few among
 * all, and to be found without reading what was ever billed. A claim is billable while nothing of its fee is on an invoice:
 * when it is made and not settled, for its fee, or when a purchase order settled it that no invoice has charged, for
 * that. What depends on the day and on who works where is asked when it is read: paying late, and the members of the
 * cooperative for whom the fee is waived. Payments, invoices and their lines are never updated.
 */
const RECEIVED = `(SELECT coalesce(sum(m.amount_cents), 0) FROM invoice_payments m WHERE m.invoice_id = i.id
  AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.invoice_payment_id = m.id))`;
const CREDITED = `(SELECT coalesce(sum(n.total_cents), 0) FROM invoices n
  WHERE n.about_invoice_id = i.id AND n.kind = 'credit-note')`;
const INVOICED = `(SELECT coalesce(sum(CASE l.kind WHEN 'credit' THEN -l.amount_cents ELSE l.amount_cents END), 0)
  FROM invoice_lines l WHERE l.claim_id = c.id)`;
const PROMISED = `(SELECT coalesce(sum(p.amount_cents), 0) FROM payments p
  WHERE p.claim_id = c.id AND p.kind = 'purchase-order' AND p.invoice_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.payment_id = p.id))`;

const of = (policy: string) => `coalesce(json_extract(o.policy, '$.${policy}'), 0)`;
/** As `feeCents` reckons it, paid in time and without a waiver. */
const FEE = `max(${of("feeMinimumCents")},
  ${of("feeBaseCents")} + (2 * ${of("feePerHourCents")} * c.requested_minutes + 60) / 120)`;
const OWES = "c.settled = 0 AND c.status NOT IN ('open', 'returned', 'void')";

const openAmong = (these: string) => `DELETE FROM open_invoices WHERE invoice_id ${these};
INSERT INTO open_invoices (invoice_id)
SELECT i.id FROM invoices i WHERE i.id ${these} AND i.kind = 'invoice' AND ${RECEIVED} + ${CREDITED} < i.total_cents`;

const COLUMNS = "claim_id, provider_id, person_id, sort_name, promised, waivable, cents";
const billableAs = (
  these: string,
  which: string,
  promised: 0 | 1,
  cents: string,
) => `INSERT INTO billable_claims (${COLUMNS})
SELECT c.id, o.provider_id, c.person_id, n.sort_name, ${promised}, ${promised === 1 ? "0" : of("cooperativeWaives")}, ${cents}
FROM claims c JOIN offerings o ON o.id = c.offering_id JOIN persons n ON n.id = c.person_id
WHERE c.id ${these} AND ${which} AND ${INVOICED} <= 0 AND ${cents} > 0`;
const PAID_BY_ORDER =
  "c.settled = 1 AND c.id IN (SELECT claim_id FROM payments WHERE kind = 'purchase-order' AND invoice_id IS NULL)";
const billableAmong = (these: string) => `DELETE FROM billable_claims WHERE claim_id ${these};
${billableAs(these, OWES, 0, FEE)};
${billableAs(these, PAID_BY_ORDER, 1, PROMISED)}`;

/** Finds all of them: what a migration begins with. */
export const FIND_OWED = `${openAmong("IS NOT NULL")};\n${billableAmong("IS NOT NULL")};`;

/** What keeps both lists up. */
export const OWED_TRIGGERS: [name: string, head: string, body: string][] = [
  ["invoices_open", "AFTER INSERT ON invoices", openAmong("IN (NEW.id, NEW.about_invoice_id)")],
  ["invoice_payments_open", "AFTER INSERT ON invoice_payments", openAmong("= NEW.invoice_id")],
  [
    "payment_reversals_open",
    "AFTER INSERT ON payment_reversals\nWHEN NEW.invoice_payment_id IS NOT NULL",
    openAmong("= (SELECT invoice_id FROM invoice_payments WHERE id = NEW.invoice_payment_id)"),
  ],
  ["claims_billable_insert", "AFTER INSERT ON claims\nWHEN NEW.status <> 'open'", billableAmong("= NEW.id")],
  [
    "claims_billable_update",
    `AFTER UPDATE OF status, settled, requested_minutes, person_id, offering_id ON claims
WHEN OLD.settled = 0 OR NEW.settled = 0 OR OLD.person_id <> NEW.person_id`,
    billableAmong("= NEW.id"),
  ],
  [
    "offerings_billable",
    `AFTER UPDATE OF provider_id, policy ON offerings
WHEN OLD.provider_id <> NEW.provider_id OR OLD.policy IS NOT NEW.policy`,
    billableAmong("IN (SELECT id FROM claims WHERE offering_id = NEW.id)"),
  ],
  [
    "persons_billable",
    "AFTER UPDATE OF sort_name ON persons\nWHEN OLD.sort_name <> NEW.sort_name",
    "UPDATE billable_claims SET sort_name = NEW.sort_name WHERE person_id = NEW.id",
  ],
  ["payments_billable", "AFTER INSERT ON payments\nWHEN NEW.kind = 'purchase-order'", billableAmong("= NEW.claim_id")],
  [
    "payment_reversals_billable",
    "AFTER INSERT ON payment_reversals\nWHEN NEW.payment_id IS NOT NULL",
    billableAmong("= (SELECT claim_id FROM payments WHERE id = NEW.payment_id)"),
  ],
  ["invoice_lines_billable", "AFTER INSERT ON invoice_lines", billableAmong("= NEW.claim_id")],
];
