CREATE TABLE `person_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`sender_id` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL,
	`nonce` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sender_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_messages_nonce_unique` ON `person_messages` (`nonce`);--> statement-breakpoint
CREATE INDEX `person_messages_person` ON `person_messages` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`provider_id` text,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`nonce` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_notes_nonce_unique` ON `person_notes` (`nonce`);--> statement-breakpoint
CREATE INDEX `person_notes_person` ON `person_notes` (`person_id`);--> statement-breakpoint
ALTER TABLE `account_tokens` ADD `proposed_by` text REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `accounts` ADD `locked_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `locked_reason` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `closed_reason` text;