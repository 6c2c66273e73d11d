CREATE TABLE `message_draft_files` (
	`person_id` text NOT NULL,
	`nonce` text NOT NULL,
	`position` integer NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `nonce`, `position`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_draft_files_kept` ON `message_draft_files` (`kept_at`);--> statement-breakpoint
CREATE INDEX `message_draft_files_file` ON `message_draft_files` (`file_hash`);--> statement-breakpoint
CREATE TABLE `message_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_templates_name` ON `message_templates` (`provider_id`,`name`);--> statement-breakpoint
CREATE TABLE `offering_message_audiences` (
	`message_id` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`districts` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `offering_messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offering_message_audiences_audience" CHECK("offering_message_audiences"."audience" in ('status', 'not-claimed', 'not-evaluated', 'not-paid', 'district', 'chosen'))
);
