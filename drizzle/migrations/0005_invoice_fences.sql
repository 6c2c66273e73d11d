-- T8: the papers stay as they were issued, numbers have no gaps, and a claim is on one live invoice at most.
CREATE TRIGGER invoices_no_update BEFORE UPDATE ON invoices
BEGIN SELECT RAISE(ABORT, 'T8: an invoice is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'T8: an invoice is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER invoice_lines_no_update BEFORE UPDATE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'T8: an invoice is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER invoice_lines_no_delete BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'T8: an invoice is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER invoice_payments_no_update BEFORE UPDATE ON invoice_payments
BEGIN SELECT RAISE(ABORT, 'T8: a payment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER invoice_payments_no_delete BEFORE DELETE ON invoice_payments
BEGIN SELECT RAISE(ABORT, 'T8: a payment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER invoices_next_number BEFORE INSERT ON invoices
BEGIN SELECT RAISE(ABORT, 'T8: invoice numbers have no gaps') WHERE NEW.sequence <> 1 +
    (SELECT coalesce(max(sequence), 0) FROM invoices WHERE provider_id = NEW.provider_id AND year = NEW.year); END;
--> statement-breakpoint
CREATE TRIGGER invoice_lines_once BEFORE INSERT ON invoice_lines
WHEN NEW.kind = 'fee'
BEGIN SELECT RAISE(ABORT, 'T8: this claim is on an invoice already') WHERE
    (SELECT coalesce(sum(CASE kind WHEN 'credit' THEN -amount_cents ELSE amount_cents END), 0)
      FROM invoice_lines WHERE claim_id = NEW.claim_id) > 0; END;
--> statement-breakpoint
-- T6: what was given before batches existed is released together where it is at least five.
UPDATE evaluation_responses SET batch = 1 WHERE offering_id IN
  (SELECT offering_id FROM evaluation_responses GROUP BY offering_id HAVING count(*) >= 5);
