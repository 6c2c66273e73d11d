/**
 * Invoices that are not paid, and claims whose purchase order no invoice has charged (T8), are kept apart by triggers: few
 * among all, and to be found without reading what was ever billed. None of their tables is updated, so that what is
 * inserted tells of every change.
 */
const RECEIVED = `(SELECT coalesce(sum(m.amount_cents), 0) FROM invoice_payments m WHERE m.invoice_id = i.id
  AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.invoice_payment_id = m.id))`;
const CREDITED = `(SELECT coalesce(sum(n.total_cents), 0) FROM invoices n
  WHERE n.about_invoice_id = i.id AND n.kind = 'credit-note')`;
const INVOICED = `(SELECT coalesce(sum(CASE l.kind WHEN 'credit' THEN -l.amount_cents ELSE l.amount_cents END), 0)
  FROM invoice_lines l WHERE l.claim_id = p.claim_id)`;
const COUNTS = "NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.payment_id = p.id)";

const openAmong = (these: string) => `DELETE FROM open_invoices WHERE invoice_id ${these};
INSERT INTO open_invoices (invoice_id)
SELECT i.id FROM invoices i WHERE i.id ${these} AND i.kind = 'invoice' AND ${RECEIVED} + ${CREDITED} < i.total_cents`;

const promisedAmong = (these: string) => `DELETE FROM promised_claims WHERE claim_id ${these};
INSERT INTO promised_claims (claim_id)
SELECT DISTINCT p.claim_id FROM payments p
WHERE p.claim_id ${these} AND p.kind = 'purchase-order' AND p.invoice_id IS NULL AND ${COUNTS} AND ${INVOICED} <= 0`;

/** Finds all of them: what a migration begins with. */
export const FIND_OWED = `${openAmong("IS NOT NULL")};\n${promisedAmong("IS NOT NULL")};`;

/** What keeps both lists up. */
export const OWED_TRIGGERS: [name: string, head: string, body: string][] = [
  ["invoices_open", "AFTER INSERT ON invoices", openAmong("IN (NEW.id, NEW.about_invoice_id)")],
  ["invoice_payments_open", "AFTER INSERT ON invoice_payments", openAmong("= NEW.invoice_id")],
  [
    "payment_reversals_open",
    "AFTER INSERT ON payment_reversals\nWHEN NEW.invoice_payment_id IS NOT NULL",
    openAmong("= (SELECT invoice_id FROM invoice_payments WHERE id = NEW.invoice_payment_id)"),
  ],
  ["payments_promised", "AFTER INSERT ON payments\nWHEN NEW.kind = 'purchase-order'", promisedAmong("= NEW.claim_id")],
  [
    "payment_reversals_promised",
    "AFTER INSERT ON payment_reversals\nWHEN NEW.payment_id IS NOT NULL",
    promisedAmong("= (SELECT claim_id FROM payments WHERE id = NEW.payment_id)"),
  ],
  ["invoice_lines_promised", "AFTER INSERT ON invoice_lines", promisedAmong("= NEW.claim_id")],
];
