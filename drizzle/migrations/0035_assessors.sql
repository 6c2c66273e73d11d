CREATE TABLE `assessor_scope_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`reason` text,
	FOREIGN KEY (`scope_id`) REFERENCES `assessor_scopes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessor_scope_changes_to" CHECK("assessor_scope_changes"."to_state" in ('invited', 'calibrating', 'admitted', 'stopped'))
);
--> statement-breakpoint
CREATE INDEX `assessor_scope_changes_scope` ON `assessor_scope_changes` (`scope_id`);--> statement-breakpoint
CREATE TABLE `assessor_scopes` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`person_id` text NOT NULL,
	`microcredential_id` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`microcredential_id`) REFERENCES `microcredentials`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessor_scopes_state" CHECK("assessor_scopes"."state" in ('invited', 'calibrating', 'admitted', 'stopped'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessor_scopes_all` ON `assessor_scopes` (`person_id`,`provider_id`) WHERE "assessor_scopes"."microcredential_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `assessor_scopes_one` ON `assessor_scopes` (`person_id`,`microcredential_id`) WHERE "assessor_scopes"."microcredential_id" is not null;--> statement-breakpoint
CREATE INDEX `assessor_scopes_provider` ON `assessor_scopes` (`provider_id`,`state`);--> statement-breakpoint
CREATE TABLE `practice_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`chosen_at` integer NOT NULL,
	`chosen_by` text,
	`removed_at` integer,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_pieces_submission_id_unique` ON `practice_pieces` (`submission_id`);--> statement-breakpoint
CREATE TABLE `practice_readings` (
	`id` text PRIMARY KEY NOT NULL,
	`piece_id` text NOT NULL,
	`person_id` text NOT NULL,
	`handed_in_at` integer NOT NULL,
	FOREIGN KEY (`piece_id`) REFERENCES `practice_pieces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_readings_once` ON `practice_readings` (`piece_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `practice_readings_person` ON `practice_readings` (`person_id`);--> statement-breakpoint
CREATE TABLE `practice_scores` (
	`reading_id` text NOT NULL,
	`criterion` text NOT NULL,
	`level` text NOT NULL,
	`agreed` text NOT NULL,
	PRIMARY KEY(`reading_id`, `criterion`),
	FOREIGN KEY (`reading_id`) REFERENCES `practice_readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_scores_level" CHECK("practice_scores"."level" in ('demonstrated', 'not-yet')),
	CONSTRAINT "practice_scores_agreed" CHECK("practice_scores"."agreed" in ('demonstrated', 'not-yet'))
);
--> statement-breakpoint
CREATE TABLE `assessment_evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`microcredential_id` text NOT NULL,
	`answers` text NOT NULL,
	`batch` integer,
	FOREIGN KEY (`microcredential_id`) REFERENCES `microcredentials`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessment_evaluations_microcredential` ON `assessment_evaluations` (`microcredential_id`);--> statement-breakpoint
CREATE TABLE `evaluated_submissions` (
	`submission_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `promise_warnings` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`warned_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_requests` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `assessments` ADD `is_recused` integer DEFAULT false NOT NULL;