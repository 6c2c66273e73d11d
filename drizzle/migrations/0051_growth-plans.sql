CREATE TABLE `growth_plan_files` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `growth_plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `growth_plan_files_once` ON `growth_plan_files` (`plan_id`,`file_hash`);--> statement-breakpoint
CREATE INDEX `growth_plan_files_file` ON `growth_plan_files` (`file_hash`);--> statement-breakpoint
CREATE TABLE `growth_plan_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`reviewer_email` text NOT NULL,
	`secret_hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`withdrawn_at` integer,
	`answered_at` integer,
	`answer` text,
	`words` text,
	FOREIGN KEY (`plan_id`) REFERENCES `growth_plans`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "growth_plan_requests_answer" CHECK("growth_plan_requests"."answer" in ('signed', 'returned')),
	CONSTRAINT "growth_plan_requests_answered" CHECK(("growth_plan_requests"."answered_at" is null) = ("growth_plan_requests"."answer" is null)),
	CONSTRAINT "growth_plan_requests_words" CHECK(("growth_plan_requests"."answer" is 'returned') = ("growth_plan_requests"."words" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `growth_plan_requests_secret_hash_unique` ON `growth_plan_requests` (`secret_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `growth_plan_requests_open` ON `growth_plan_requests` (`plan_id`) WHERE "growth_plan_requests"."withdrawn_at" is null and "growth_plan_requests"."answered_at" is null;--> statement-breakpoint
CREATE INDEX `growth_plan_requests_plan` ON `growth_plan_requests` (`plan_id`);--> statement-breakpoint
CREATE TABLE `growth_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`goals` text DEFAULT '' NOT NULL,
	`standards` text DEFAULT '' NOT NULL,
	`activities` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`reflection` text DEFAULT '' NOT NULL,
	`topics` text NOT NULL,
	`ended_on` text,
	`signed_on` text,
	`signed_by` text,
	`reviewer_name` text,
	`reviewer_certificate` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "growth_plans_state" CHECK("growth_plans"."state" in ('draft', 'sent', 'returned', 'signed')),
	CONSTRAINT "growth_plans_ended" CHECK("growth_plans"."ended_on" is null or "growth_plans"."ended_on" between "growth_plans"."year" || '-07-01' and ("growth_plans"."year" + 1) || '-06-30'),
	CONSTRAINT "growth_plans_signed" CHECK(("growth_plans"."state" = 'signed') = ("growth_plans"."signed_on" is not null and "growth_plans"."signed_by" is not null and "growth_plans"."reviewer_name" is not null
        and "growth_plans"."reviewer_certificate" is not null)),
	CONSTRAINT "growth_plans_review" CHECK("growth_plans"."signed_on" is null or ("growth_plans"."ended_on" is not null and "growth_plans"."ended_on" <= "growth_plans"."signed_on")),
	CONSTRAINT "growth_plans_reviewer" CHECK("growth_plans"."signed_by" is null or "growth_plans"."signed_by" <> "growth_plans"."person_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `growth_plans_year` ON `growth_plans` (`person_id`,`year`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`parameters` text NOT NULL,
	`content_hash` text NOT NULL,
	`file_hash` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text,
	`superseded_by_id` text,
	`revoked_at` integer,
	`revoked_reason` text,
	`revoked_by` text,
	`series` text,
	`key_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `signing_keys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("__new_documents"."kind" in ('transcript', 'certificate', 'registration-form', 'renewal-summary', 'growth-plan'))
);
--> statement-breakpoint
INSERT INTO `__new_documents`("id", "kind", "person_id", "code", "parameters", "content_hash", "file_hash", "issued_at", "issued_by", "superseded_by_id", "revoked_at", "revoked_reason", "revoked_by", "series", "key_id") SELECT "id", "kind", "person_id", "code", "parameters", "content_hash", "file_hash", "issued_at", "issued_by", "superseded_by_id", "revoked_at", "revoked_reason", "revoked_by", "series", "key_id" FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_code_unique` ON `documents` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_content` ON `documents` (`person_id`,`kind`,`content_hash`);--> statement-breakpoint
CREATE INDEX `documents_person` ON `documents` (`person_id`,`issued_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_one_current` ON `documents` (`person_id`,`series`) WHERE "documents"."superseded_by_id" is null and "documents"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX `documents_file_hash` ON `documents` (`file_hash`);