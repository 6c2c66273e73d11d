CREATE TABLE `check_in_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`tried_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `check_in_tries_account` ON `check_in_tries` (`account_id`,`tried_at`);--> statement-breakpoint
CREATE TABLE `check_ins` (
	`session_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`opened_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `attendance_marks` ADD `device` text;