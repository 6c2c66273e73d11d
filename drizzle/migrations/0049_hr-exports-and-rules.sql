CREATE TABLE `export_files` (
	`export_id` text PRIMARY KEY NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	`rows` integer NOT NULL,
	`asked` text NOT NULL,
	FOREIGN KEY (`export_id`) REFERENCES `hr_exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `export_files_file` ON `export_files` (`file_hash`);--> statement-breakpoint
CREATE TABLE `export_layouts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`layout` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `export_layouts_name` ON `export_layouts` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `export_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`asked` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`account_id` text NOT NULL,
	`address` text,
	`request_id` text,
	`total` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`worker` text,
	`worked_until` integer,
	`export_id` text,
	`finished_at` integer,
	`answer` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`export_id`) REFERENCES `hr_exports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "export_runs_state" CHECK("export_runs"."state" in ('waiting', 'running', 'done', 'empty', 'stopped', 'failed')),
	CONSTRAINT "export_runs_made" CHECK(("export_runs"."export_id" is not null) = ("export_runs"."state" = 'done'))
);
--> statement-breakpoint
CREATE INDEX `export_runs_state` ON `export_runs` (`state`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `export_runs_export` ON `export_runs` (`export_id`);--> statement-breakpoint
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