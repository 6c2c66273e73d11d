CREATE TABLE `renewal_shares` (
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`shared_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `organisation_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `renewal_shares_organisation` ON `renewal_shares` (`organisation_id`,`person_id`);