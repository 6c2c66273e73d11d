CREATE TABLE `export_files` (
	`export_id` text PRIMARY KEY NOT NULL,
	`file_hash` text NOT NULL,
	`name` text NOT NULL,
	`rows` integer NOT NULL,
	`asked` text NOT NULL,
	FOREIGN KEY (`export_id`) REFERENCES `hr_exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `stored_files`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `export_files_file` ON `export_files` (`file_hash`);--> statement-breakpoint
CREATE TABLE `export_layouts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`layout` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `export_layouts_name` ON `export_layouts` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `export_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`asked` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`account_id` text NOT NULL,
	`address` text,
	`request_id` text,
	`total` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`worker` text,
	`worked_until` integer,
	`export_id` text,
	`finished_at` integer,
	`answer` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`export_id`) REFERENCES `hr_exports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "export_runs_state" CHECK("export_runs"."state" in ('waiting', 'running', 'done', 'empty', 'stopped', 'failed')),
	CONSTRAINT "export_runs_made" CHECK(("export_runs"."export_id" is not null) = ("export_runs"."state" = 'done'))
);
--> statement-breakpoint
CREATE INDEX `export_runs_state` ON `export_runs` (`state`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `export_runs_export` ON `export_runs` (`export_id`);