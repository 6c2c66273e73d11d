CREATE TABLE `outside_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`title` text NOT NULL,
	`provider_name` text NOT NULL,
	`started_on` text NOT NULL,
	`completed_on` text NOT NULL,
	`in_person` integer NOT NULL,
	`designations` text NOT NULL,
	`file_hash` text,
	`file_name` text,
	`state` text NOT NULL,
	`provider_id` text,
	`sent_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`reason` text,
	`issuer_id` text,
	`document_code` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `trusted_issuers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outside_hours_kind" CHECK("outside_hours"."kind" in ('clock-hours', 'quarter-credits', 'semester-credits', 'national-board-component')),
	CONSTRAINT "outside_hours_state" CHECK("outside_hours"."state" in ('self-reported', 'sent', 'accepted', 'returned', 'taken-back', 'signed')),
	CONSTRAINT "outside_hours_amount" CHECK("outside_hours"."amount" > 0),
	CONSTRAINT "outside_hours_dates" CHECK("outside_hours"."completed_on" >= "outside_hours"."started_on"),
	CONSTRAINT "outside_hours_file" CHECK(("outside_hours"."file_hash" is null) = ("outside_hours"."file_name" is null)),
	CONSTRAINT "outside_hours_sent" CHECK("outside_hours"."state" in ('self-reported', 'signed') or ("outside_hours"."provider_id" is not null and "outside_hours"."sent_at" is not null)),
	CONSTRAINT "outside_hours_decided" CHECK(("outside_hours"."state" in ('accepted', 'returned', 'taken-back')) = ("outside_hours"."decided_at" is not null and "outside_hours"."decided_by" is not null)),
	CONSTRAINT "outside_hours_reason" CHECK(("outside_hours"."state" in ('returned', 'taken-back')) = ("outside_hours"."reason" is not null)),
	CONSTRAINT "outside_hours_signed" CHECK(("outside_hours"."state" = 'signed') = ("outside_hours"."issuer_id" is not null and "outside_hours"."document_code" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outside_hours_once` ON `outside_hours` (`person_id`,`kind`,`title`,`completed_on`);--> statement-breakpoint
CREATE INDEX `outside_hours_queue` ON `outside_hours` (`provider_id`,`state`,`sent_at`);--> statement-breakpoint
CREATE INDEX `outside_hours_file` ON `outside_hours` (`file_hash`);--> statement-breakpoint
CREATE TABLE `trusted_issuer_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`issuer_id` text NOT NULL,
	`provider` text NOT NULL,
	`certificate` text NOT NULL,
	`public_key` text NOT NULL,
	`used_from` text NOT NULL,
	`used_until` text,
	FOREIGN KEY (`issuer_id`) REFERENCES `trusted_issuers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `trusted_issuer_keys_issuer` ON `trusted_issuer_keys` (`issuer_id`);--> statement-breakpoint
CREATE TABLE `trusted_issuers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`added_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text,
	CONSTRAINT "trusted_issuers_revoked" CHECK(("trusted_issuers"."revoked_at" is null) = ("trusted_issuers"."revoked_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trusted_issuers_name_unique` ON `trusted_issuers` (`name`);