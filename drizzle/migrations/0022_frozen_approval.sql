CREATE TABLE `plan_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`reason` text NOT NULL,
	`changes` text NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_changes_offering` ON `plan_changes` (`offering_id`);--> statement-breakpoint
ALTER TABLE `approval_decisions` ADD `plan` text;