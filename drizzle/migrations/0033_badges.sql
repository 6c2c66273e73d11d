CREATE TABLE `award_pages` (
	`award_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`is_public` integer NOT NULL,
	`shown` text NOT NULL,
	`shown_files` text NOT NULL,
	`in_badge` integer NOT NULL,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_pages_code_unique` ON `award_pages` (`code`);--> statement-breakpoint
CREATE TABLE `badges` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`code` text NOT NULL,
	`status_list` integer NOT NULL,
	`status_index` integer NOT NULL,
	`parameters` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	`reason` text,
	`credential` text,
	`signed_at` integer,
	`replaced_at` integer,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "badges_signed" CHECK(("badges"."credential" is null) = ("badges"."signed_at" is null)),
	CONSTRAINT "badges_status_index" CHECK("badges"."status_index" >= 0 and "badges"."status_list" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `badges_code_unique` ON `badges` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `badges_status` ON `badges` (`provider_id`,`status_list`,`status_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `badges_one_current` ON `badges` (`award_id`) WHERE "badges"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX `badges_unsigned` ON `badges` (`made_at`) WHERE "badges"."credential" is null;--> statement-breakpoint
CREATE INDEX `badges_award` ON `badges` (`award_id`,`made_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_award_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`awarded_on` text,
	`at` integer NOT NULL,
	`actor_id` text,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_changes_kind" CHECK("__new_award_changes"."kind" in ('revoked', 'suspended', 'resumed', 'replaced'))
);
--> statement-breakpoint
INSERT INTO `__new_award_changes`("id", "award_id", "kind", "reason", "awarded_on", "at", "actor_id") SELECT "id", "award_id", "kind", "reason", NULL, "at", "actor_id" FROM `award_changes`;--> statement-breakpoint
DROP TABLE `award_changes`;--> statement-breakpoint
ALTER TABLE `__new_award_changes` RENAME TO `award_changes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `award_changes_award` ON `award_changes` (`award_id`);--> statement-breakpoint
CREATE TABLE `__new_signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`purpose` text NOT NULL,
	`certificate` text NOT NULL,
	`public_key` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`retired_at` integer,
	`retired_by` text,
	FOREIGN KEY (`owner_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signing_keys_purpose" CHECK("__new_signing_keys"."purpose" in ('documents', 'badges'))
);
--> statement-breakpoint
INSERT INTO `__new_signing_keys`("id", "owner_id", "purpose", "certificate", "public_key", "sealed", "created_at", "created_by", "retired_at", "retired_by") SELECT "id", "owner_id", "purpose", "certificate", "public_key", "sealed", "created_at", "created_by", "retired_at", "retired_by" FROM `signing_keys`;--> statement-breakpoint
DROP TABLE `signing_keys`;--> statement-breakpoint
ALTER TABLE `__new_signing_keys` RENAME TO `signing_keys`;--> statement-breakpoint
CREATE UNIQUE INDEX `signing_keys_in_use` ON `signing_keys` (`owner_id`,`purpose`) WHERE "signing_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX `signing_keys_owner` ON `signing_keys` (`owner_id`,`created_at`);