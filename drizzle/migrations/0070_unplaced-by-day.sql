CREATE TABLE `__new_unplaced_credits` (
	`credit_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`completed_on` text NOT NULL,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_unplaced_credits` (`credit_id`, `person_id`, `provider_id`, `completed_on`)
SELECT u.credit_id, u.person_id, coalesce((SELECT provider_id FROM offerings WHERE id = c.offering_id),
  (SELECT provider_id FROM awards WHERE id = c.award_id)), c.completed_on
FROM `unplaced_credits` u JOIN credits c ON c.id = u.credit_id;
--> statement-breakpoint
DROP TABLE `unplaced_credits`;--> statement-breakpoint
ALTER TABLE `__new_unplaced_credits` RENAME TO `unplaced_credits`;--> statement-breakpoint
CREATE INDEX `unplaced_credits_person` ON `unplaced_credits` (`person_id`);--> statement-breakpoint
CREATE INDEX `unplaced_credits_completed` ON `unplaced_credits` (`provider_id`,`completed_on`,`credit_id`);--> statement-breakpoint
CREATE INDEX `invoices_organisation` ON `invoices` (`organisation_id`) WHERE "invoices"."organisation_id" is not null;
