CREATE TABLE `hr_note_versions` (
	`note_id` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`note_id`, `version`),
	FOREIGN KEY (`note_id`) REFERENCES `hr_notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hr_note_versions_first" CHECK("hr_note_versions"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE `hr_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`deleted_at` integer,
	`deleted_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deleted_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hr_notes_deleted" CHECK(("hr_notes"."deleted_at" is null) = ("hr_notes"."deleted_by" is null))
);
--> statement-breakpoint
CREATE INDEX `hr_notes_person` ON `hr_notes` (`person_id`,`organisation_id`);