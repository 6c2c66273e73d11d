CREATE TABLE `unplaced_credits` (
	`credit_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unplaced_credits_person` ON `unplaced_credits` (`person_id`);--> statement-breakpoint
INSERT INTO `unplaced_credits` (`credit_id`, `person_id`)
SELECT c.id, c.person_id FROM credits c WHERE c.minutes > 0 AND NOT EXISTS (
  SELECT 1 FROM credits later WHERE (later.claim_id = c.claim_id OR later.award_id = c.award_id) AND later.version > c.version
) AND NOT EXISTS (
  SELECT 1 FROM affiliations a WHERE a.person_id = c.person_id AND a.confirmed_at IS NOT NULL
  AND a.from_date <= c.completed_on AND (a.to_date IS NULL OR a.to_date >= c.completed_on)
);
