CREATE TABLE `award_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_changes_kind" CHECK("award_changes"."kind" in ('revoked', 'suspended', 'resumed'))
);
--> statement-breakpoint
CREATE INDEX `award_changes_award` ON `award_changes` (`award_id`);--> statement-breakpoint
CREATE TABLE `awards` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`microcredential_id` text NOT NULL,
	`version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`portfolio_id` text,
	`awarded_on` text NOT NULL,
	`awarded_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`suspended_at` integer,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`microcredential_id`) REFERENCES `microcredentials`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `microcredential_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`portfolio_id`) REFERENCES `portfolios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `awards_portfolio` ON `awards` (`portfolio_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `awards_one_current` ON `awards` (`person_id`,`microcredential_id`) WHERE "awards"."revoked_at" is null and "awards"."expires_at" is null;--> statement-breakpoint
CREATE INDEX `awards_microcredential` ON `awards` (`microcredential_id`,`awarded_on`);--> statement-breakpoint
CREATE INDEX `awards_person` ON `awards` (`person_id`,`awarded_on`);--> statement-breakpoint
CREATE TABLE `microcredential_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`microcredential_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`published_at` integer,
	`published_by` text,
	`replaced_at` integer,
	FOREIGN KEY (`microcredential_id`) REFERENCES `microcredentials`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "microcredential_versions_number" CHECK("microcredential_versions"."number" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `microcredential_versions_number_once` ON `microcredential_versions` (`microcredential_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `microcredential_versions_one_draft` ON `microcredential_versions` (`microcredential_id`) WHERE "microcredential_versions"."published_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `microcredential_versions_one_active` ON `microcredential_versions` (`microcredential_id`) WHERE "microcredential_versions"."published_at" is not null and "microcredential_versions"."replaced_at" is null;--> statement-breakpoint
CREATE TABLE `microcredentials` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`program_area` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_area`) REFERENCES `program_areas`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "microcredentials_state" CHECK("microcredentials"."state" in ('draft', 'published', 'retired'))
);
--> statement-breakpoint
CREATE INDEX `microcredentials_provider` ON `microcredentials` (`provider_id`,`state`);--> statement-breakpoint
CREATE TABLE `assessment_scores` (
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`level` text NOT NULL,
	`comment` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessment_scores_level" CHECK("assessment_scores"."level" in ('demonstrated', 'not-yet')),
	CONSTRAINT "assessment_scores_comment" CHECK("assessment_scores"."level" = 'demonstrated' or length(trim("assessment_scores"."comment")) > 0)
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`place` text NOT NULL,
	`criteria` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`released_at` integer,
	`released_because` text,
	`scored_at` integer,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_place" CHECK("assessments"."place" in ('first', 'second', 'third')),
	CONSTRAINT "assessments_end" CHECK("assessments"."released_at" is null or "assessments"."scored_at" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_one_each` ON `assessments` (`submission_id`,`place`) WHERE "assessments"."released_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_nobody_twice` ON `assessments` (`submission_id`,`assessor_id`) WHERE "assessments"."released_at" is null;--> statement-breakpoint
CREATE INDEX `assessments_assessor` ON `assessments` (`assessor_id`,`scored_at`);--> statement-breakpoint
CREATE TABLE `portfolio_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`portfolio_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`reason` text,
	FOREIGN KEY (`portfolio_id`) REFERENCES `portfolios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "portfolio_changes_to" CHECK("portfolio_changes"."to_status" in ('draft', 'submitted', 'in-review', 'not-yet', 'awarded', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `portfolio_changes_portfolio` ON `portfolio_changes` (`portfolio_id`);--> statement-breakpoint
CREATE TABLE `portfolio_files` (
	`id` text PRIMARY KEY NOT NULL,
	`portfolio_id` text NOT NULL,
	`part_key` text NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`portfolio_id`) REFERENCES `portfolios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `portfolio_files_portfolio` ON `portfolio_files` (`portfolio_id`);--> statement-breakpoint
CREATE INDEX `portfolio_files_file` ON `portfolio_files` (`file_hash`);--> statement-breakpoint
CREATE TABLE `portfolio_parts` (
	`portfolio_id` text NOT NULL,
	`part_key` text NOT NULL,
	`text` text NOT NULL,
	`links` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`portfolio_id`, `part_key`),
	FOREIGN KEY (`portfolio_id`) REFERENCES `portfolios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `portfolios` (
	`id` text PRIMARY KEY NOT NULL,
	`microcredential_id` text NOT NULL,
	`version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	`promised_at` integer,
	`decided_at` integer,
	FOREIGN KEY (`microcredential_id`) REFERENCES `microcredentials`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `microcredential_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "portfolios_status" CHECK("portfolios"."status" in ('draft', 'submitted', 'in-review', 'not-yet', 'awarded', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `portfolios_one_live` ON `portfolios` (`person_id`,`microcredential_id`) WHERE "portfolios"."status" in ('draft', 'submitted', 'in-review', 'not-yet');--> statement-breakpoint
CREATE INDEX `portfolios_queue` ON `portfolios` (`status`,`promised_at`);--> statement-breakpoint
CREATE INDEX `portfolios_microcredential` ON `portfolios` (`microcredential_id`,`status`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`portfolio_id` text NOT NULL,
	`round` integer NOT NULL,
	`content` text NOT NULL,
	`settled` text NOT NULL,
	`statement` text NOT NULL,
	`for_practice` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`network_address` text,
	`needs_second` integer,
	`decided_at` integer,
	`demonstrated` text,
	FOREIGN KEY (`portfolio_id`) REFERENCES `portfolios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_round` ON `submissions` (`portfolio_id`,`round`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`provider_id` text,
	`offering_id` text,
	`organisation_id` text,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grants_role" CHECK("__new_grants"."role" in ('admin', 'coordinator', 'registrar', 'facilitator', 'assessor', 'hr')),
	CONSTRAINT "grants_scope" CHECK(("__new_grants"."provider_id" is not null) = ("__new_grants"."role" in ('coordinator', 'registrar', 'assessor'))
        and ("__new_grants"."offering_id" is not null) = ("__new_grants"."role" = 'facilitator')
        and ("__new_grants"."organisation_id" is not null) = ("__new_grants"."role" = 'hr'))
);
--> statement-breakpoint
INSERT INTO `__new_grants`("id", "person_id", "role", "provider_id", "offering_id", "organisation_id", "granted_by", "granted_at", "revoked_by", "revoked_at") SELECT "id", "person_id", "role", "provider_id", "offering_id", "organisation_id", "granted_by", "granted_at", "revoked_by", "revoked_at" FROM `grants`;--> statement-breakpoint
DROP TABLE `grants`;--> statement-breakpoint
ALTER TABLE `__new_grants` RENAME TO `grants`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person_id`);