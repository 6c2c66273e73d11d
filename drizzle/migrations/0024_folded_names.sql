CREATE TABLE `names_to_fold` (
	`person_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person_names` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`names` text NOT NULL,
	`former` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_names_person_id_unique` ON `person_names` (`person_id`);--> statement-breakpoint
DROP INDEX `persons_name`;--> statement-breakpoint
ALTER TABLE `persons` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `persons_sort_name` ON `persons` (`sort_name`,`id`);