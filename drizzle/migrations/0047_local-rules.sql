CREATE TABLE `degree_dates` (
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`degree_on` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `person_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `degree_dates_person` ON `degree_dates` (`person_id`);--> statement-breakpoint
CREATE TABLE `local_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`from_date` text NOT NULL,
	`cutoff` text NOT NULL,
	`rule` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "local_rules_cutoff" CHECK("local_rules"."cutoff" glob '[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `local_rules_from` ON `local_rules` (`organisation_id`,`from_date`);--> statement-breakpoint
CREATE TABLE `salary_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`source_id` text NOT NULL,
	`credit_id` text NOT NULL,
	`year` integer NOT NULL,
	`verdict` text NOT NULL,
	`criterion` text,
	`reason` text,
	`reviewed_by` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "salary_reviews_verdict" CHECK("salary_reviews"."verdict" in ('open', 'accepted', 'declined')),
	CONSTRAINT "salary_reviews_criterion" CHECK("salary_reviews"."criterion" in ('a', 'b', 'c', 'd', 'e', 'f', 'g')),
	CONSTRAINT "salary_reviews_why" CHECK("salary_reviews"."verdict" <> 'declined' or "salary_reviews"."reason" is not null),
	CONSTRAINT "salary_reviews_what_for" CHECK("salary_reviews"."verdict" <> 'accepted' or "salary_reviews"."criterion" is not null)
);
--> statement-breakpoint
CREATE INDEX `salary_reviews_person` ON `salary_reviews` (`person_id`,`organisation_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `salary_reviews_credit` ON `salary_reviews` (`credit_id`);