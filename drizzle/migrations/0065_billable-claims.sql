CREATE TABLE `billable_claims` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`person_id` text NOT NULL,
	`sort_name` text NOT NULL,
	`promised` integer NOT NULL,
	`waivable` integer NOT NULL,
	`cents` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `billable_claims_name` ON `billable_claims` (`sort_name`,`claim_id`);--> statement-breakpoint
CREATE INDEX `billable_claims_person` ON `billable_claims` (`person_id`);--> statement-breakpoint
DROP TABLE `promised_claims`;--> statement-breakpoint
DROP INDEX `claims_owing`;--> statement-breakpoint
INSERT INTO billable_claims (claim_id, provider_id, person_id, sort_name, promised, waivable, cents)
SELECT c.id, o.provider_id, c.person_id, n.sort_name, 0, coalesce(json_extract(o.policy, '$.cooperativeWaives'), 0), max(coalesce(json_extract(o.policy, '$.feeMinimumCents'), 0),
  coalesce(json_extract(o.policy, '$.feeBaseCents'), 0) + (2 * coalesce(json_extract(o.policy, '$.feePerHourCents'), 0) * c.requested_minutes + 60) / 120)
FROM claims c JOIN offerings o ON o.id = c.offering_id JOIN persons n ON n.id = c.person_id
WHERE c.settled = 0 AND c.status NOT IN ('open', 'returned', 'void') AND (SELECT coalesce(sum(CASE l.kind WHEN 'credit' THEN -l.amount_cents ELSE l.amount_cents END), 0)
  FROM invoice_lines l WHERE l.claim_id = c.id) <= 0 AND max(coalesce(json_extract(o.policy, '$.feeMinimumCents'), 0),
  coalesce(json_extract(o.policy, '$.feeBaseCents'), 0) + (2 * coalesce(json_extract(o.policy, '$.feePerHourCents'), 0) * c.requested_minutes + 60) / 120) > 0;--> statement-breakpoint
INSERT INTO billable_claims (claim_id, provider_id, person_id, sort_name, promised, waivable, cents)
SELECT c.id, o.provider_id, c.person_id, n.sort_name, 1, 0, (SELECT coalesce(sum(p.amount_cents), 0) FROM payments p
  WHERE p.claim_id = c.id AND p.kind = 'purchase-order' AND p.invoice_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.payment_id = p.id))
FROM claims c JOIN offerings o ON o.id = c.offering_id JOIN persons n ON n.id = c.person_id
WHERE c.settled = 1 AND c.id IN (SELECT claim_id FROM payments WHERE kind = 'purchase-order' AND invoice_id IS NULL) AND (SELECT coalesce(sum(CASE l.kind WHEN 'credit' THEN -l.amount_cents ELSE l.amount_cents END), 0)
  FROM invoice_lines l WHERE l.claim_id = c.id) <= 0 AND (SELECT coalesce(sum(p.amount_cents), 0) FROM payments p
  WHERE p.claim_id = c.id AND p.kind = 'purchase-order' AND p.invoice_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment_reversals b WHERE b.payment_id = p.id)) > 0
