CREATE TABLE `provider_images` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`kind` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	`digest` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "provider_images_kind" CHECK("provider_images"."kind" in ('seal', 'signature')),
	CONSTRAINT "provider_images_type" CHECK("provider_images"."media_type" in ('image/svg+xml', 'image/png')),
	CONSTRAINT "provider_images_size" CHECK(length("provider_images"."bytes") between 1 and 262144)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_images_shown` ON `provider_images` (`provider_id`,`kind`) WHERE "provider_images"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `provider_images_digest` ON `provider_images` (`digest`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`certificate` text NOT NULL,
	`public_key` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`retired_at` integer,
	`retired_by` text,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signing_keys_in_use` ON `signing_keys` (`provider_id`) WHERE "signing_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX `signing_keys_provider` ON `signing_keys` (`provider_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `documents` ADD `revoked_by` text REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `documents` ADD `series` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `key_id` text REFERENCES signing_keys(id);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_one_current` ON `documents` (`person_id`,`series`) WHERE "documents"."superseded_by_id" is null and "documents"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX `documents_file_hash` ON `documents` (`file_hash`);