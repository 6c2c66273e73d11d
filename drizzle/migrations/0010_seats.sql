CREATE TABLE `course_prerequisites` (
	`course_id` text NOT NULL,
	`prerequisite_id` text NOT NULL,
	PRIMARY KEY(`course_id`, `prerequisite_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prerequisite_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_prerequisites_other" CHECK("course_prerequisites"."course_id" <> "course_prerequisites"."prerequisite_id")
);
--> statement-breakpoint
CREATE TABLE `course_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`prompt` text NOT NULL,
	`choices` text NOT NULL,
	`required` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_questions_kind" CHECK("course_questions"."kind" in ('text', 'choice', 'access'))
);
--> statement-breakpoint
CREATE INDEX `course_questions_course` ON `course_questions` (`course_id`,`position`);--> statement-breakpoint
CREATE TABLE `provider_holidays` (
	`provider_id` text NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`provider_id`, `date`),
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_secret_unique` ON `calendar_feeds` (`secret`);--> statement-breakpoint
CREATE TABLE `offering_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`sender_id` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`statuses` text NOT NULL,
	`recipients` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`nonce` text NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sender_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offering_messages_nonce_unique` ON `offering_messages` (`nonce`);--> statement-breakpoint
CREATE INDEX `offering_messages_offering` ON `offering_messages` (`offering_id`);--> statement-breakpoint
CREATE TABLE `registration_answers` (
	`registration_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`registration_id`, `question_id`),
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `course_questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `supervisor_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`supervisor_email` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`approved` integer,
	`note` text,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervisor_requests_decided" CHECK(("supervisor_requests"."decided_at" is null) = ("supervisor_requests"."approved" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supervisor_requests_registration_id_unique` ON `supervisor_requests` (`registration_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervisor_requests_secret_hash_unique` ON `supervisor_requests` (`secret_hash`);--> statement-breakpoint
ALTER TABLE `offerings` ADD `first_opens_at` integer;--> statement-breakpoint
ALTER TABLE `offerings` ADD `first_for` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `audience_only` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `offerings` ADD `supervisor_hours` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `arrival` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `registrations` ADD `request_expires_at` integer;--> statement-breakpoint
ALTER TABLE `registrations` ADD `move_told_at` integer;--> statement-breakpoint
ALTER TABLE `registrations` ADD `move_confirmed_at` integer;--> statement-breakpoint
UPDATE `registrations` SET `arrival` = (SELECT count(*) FROM `registrations` earlier WHERE earlier.`offering_id` = `registrations`.`offering_id` AND earlier.`id` <= `registrations`.`id`);--> statement-breakpoint
CREATE TRIGGER `registrations_arrival_fixed` BEFORE UPDATE OF `arrival` ON `registrations`
BEGIN SELECT RAISE(ABORT, 'R1: a registration keeps its place in the order of arrival'); END;--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_arrival` ON `registrations` (`offering_id`,`arrival`);--> statement-breakpoint
CREATE INDEX `registrations_request_expiry` ON `registrations` (`request_expires_at`) WHERE "registrations"."status" = 'requested';