CREATE TABLE `open_invoices` (
	`invoice_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`invoice_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `promised_claims` (
	`claim_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `invoices_about`;--> statement-breakpoint
CREATE INDEX `invoices_about` ON `invoices` (`about_invoice_id`) WHERE "invoices"."about_invoice_id" is not null;--> statement-breakpoint
INSERT INTO `open_invoices` (`invoice_id`)
SELECT i.id FROM invoices i WHERE i.kind = 'invoice' AND
  (SELECT coalesce(sum(m.amount_cents), 0) FROM invoice_payments m WHERE m.invoice_id = i.id
    AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.invoice_payment_id = m.id))
  + (SELECT coalesce(sum(n.total_cents), 0) FROM invoices n WHERE n.about_invoice_id = i.id AND n.kind = 'credit-note')
  < i.total_cents;--> statement-breakpoint
INSERT INTO `promised_claims` (`claim_id`)
SELECT DISTINCT p.claim_id FROM payments p
WHERE p.kind = 'purchase-order' AND p.invoice_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.payment_id = p.id)
  AND (SELECT coalesce(sum(CASE l.kind WHEN 'credit' THEN -l.amount_cents ELSE l.amount_cents END), 0)
    FROM invoice_lines l WHERE l.claim_id = p.claim_id) <= 0;
