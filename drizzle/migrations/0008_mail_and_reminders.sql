CREATE TABLE `salary_cutoffs` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`month_day` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `address_faults` (
	`address` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`reported_at` integer NOT NULL,
	CONSTRAINT "address_faults_source" CHECK("address_faults"."source" in ('report', 'service', 'mail-server'))
);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer NOT NULL,
	`failed` integer NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `job_runs_job` ON `job_runs` (`job`,`started_at`);--> statement-breakpoint
CREATE TABLE `mail_preferences` (
	`person_id` text NOT NULL,
	`category` text NOT NULL,
	`choice` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `category`),
	CONSTRAINT "mail_preferences_category" CHECK("mail_preferences"."category" in ('reminders', 'hours', 'facilitator', 'renewal', 'desk')),
	CONSTRAINT "mail_preferences_choice" CHECK("mail_preferences"."choice" in ('at-once', 'daily', 'off'))
);
--> statement-breakpoint
CREATE TABLE `unsubscribe_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`category` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unsubscribe_keys_once` ON `unsubscribe_keys` (`person_id`,`category`);--> statement-breakpoint
CREATE TABLE `reminder_plans` (
	`offering_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`offering_id` text,
	`person_id` text NOT NULL,
	`occasion` text NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_at` integer,
	`note` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminders_kind" CHECK("reminders"."kind" in ('session-week', 'session-day', 'session-morning', 'claim', 'evaluation', 'payment', 'roster', 'confirm-attendance', 'claims-ageing', 'new-hours', 'salary-cutoff', 'renewal')),
	CONSTRAINT "reminders_state" CHECK("reminders"."state" in ('due', 'sent', 'voided', 'skipped'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`kind`,`subject_id`,`person_id`,`occasion`);--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_offering` ON `reminders` (`offering_id`);--> statement-breakpoint
CREATE INDEX `reminders_person` ON `reminders` (`person_id`);--> statement-breakpoint
ALTER TABLE `persons` ADD `certificate_expires_on` text;