CREATE TABLE `stored_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`content_type` text NOT NULL,
	`kept_at` integer NOT NULL,
	`unnamed_at` integer,
	CONSTRAINT "stored_files_hash" CHECK(length("stored_files"."sha256") = 64 and "stored_files"."sha256" not glob '*[^0-9a-f]*'),
	CONSTRAINT "stored_files_size" CHECK("stored_files"."size" > 0)
);
--> statement-breakpoint
CREATE INDEX `stored_files_unnamed` ON `stored_files` (`unnamed_at`);--> statement-breakpoint
CREATE TABLE `offering_materials` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`position` integer NOT NULL,
	`file_hash` text,
	`extension` text,
	`link` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offering_materials_audience" CHECK("offering_materials"."audience" in ('everyone', 'seat')),
	CONSTRAINT "offering_materials_content" CHECK(("offering_materials"."file_hash" is null) = ("offering_materials"."link" is not null) and ("offering_materials"."file_hash" is null) = ("offering_materials"."extension" is null))
);
--> statement-breakpoint
CREATE INDEX `offering_materials_offering` ON `offering_materials` (`offering_id`,`position`);--> statement-breakpoint
CREATE INDEX `offering_materials_file` ON `offering_materials` (`file_hash`);--> statement-breakpoint
CREATE TABLE `offering_message_files` (
	`message_id` text NOT NULL,
	`position` integer NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`message_id`, `position`),
	FOREIGN KEY (`message_id`) REFERENCES `offering_messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offering_message_files_file` ON `offering_message_files` (`file_hash`);--> statement-breakpoint
ALTER TABLE `offerings` ADD `map_link` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `arrival` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `bring` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `offerings` ADD `contact_phone` text;--> statement-breakpoint
ALTER TABLE `places` ADD `map_link` text;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `reply_to` text;--> statement-breakpoint
ALTER TABLE `registrations` ADD `organizer` text;